const LINK = /https?:\/\/\S+/gi;

/**
 * The links of a pasted text: each line a row, several links in one line several rows. A line without a link stays a row, so
 * that nothing pasted is lost in silence.
 */
export function linksOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const found = line.match(LINK) ?? [];
      return found.length > 1 ? found : [line];
    });
}

/** Every line is a link: then nothing more will be typed to it. */
export function isListOfLinks(text: string): boolean {
  const links = linksOf(text);
  return links.length > 0 && links.every((link) => /^https?:\/\/\S+$/i.test(link));
}
