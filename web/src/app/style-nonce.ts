/** The server writes the nonce of each answer's Content-Security-Policy into the page. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';
}

// What keeps the page from scrolling behind a dialog writes a style element of its own, and looks for its nonce here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
