/** The pieces of a multipart/form-data body (RFC 7578) around one file. */
export interface MultipartFrame {
  readonly contentType: string;
  readonly head: Buffer;
  readonly tail: Buffer;
}

/** As the WHATWG form encoding escapes names, which servers expect of browsers. */
function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** One JSON field or none, then the file. `boundary` must not occur in the file: take a random one. */
export function multipartFrame(
  boundary: string,
  field: { name: string; json: string } | null,
  fileName: string,
): MultipartFrame {
  const first =
    field === null
      ? []
      : [`--${boundary}`, `Content-Disposition: form-data; name="${field.name}"`, '', field.json];
  const head = [
    ...first,
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${escaped(fileName)}"`,
    'Content-Type: application/octet-stream',
    '',
    '',
  ].join('\r\n');
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    head: Buffer.from(head),
    tail: Buffer.from(`\r\n--${boundary}--\r\n`),
  };
}
