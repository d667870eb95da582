/** Shorter sound (three seconds) is no evidence of anything. */
const LEAST_WORDS = 24;
/** Silence and a steady tone give hardly any different words. */
const LEAST_DIFFERENT = 8;

/** Whether there is something in these words to be told by. */
export function isTellingSound(words: Uint32Array): boolean {
  return words.length >= LEAST_WORDS && new Set(words).size >= LEAST_DIFFERENT;
}

/** Little-endian, whatever machine made them. */
export function encodeSoundWords(words: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const fields = new DataView(bytes.buffer);
  for (const [i, word] of words.entries()) fields.setUint32(4 * i, word, true);
  return bytes;
}

/** @throws RangeError when the bytes are not whole words */
export function decodeSoundWords(bytes: Uint8Array): Uint32Array {
  if (bytes.length % 4 !== 0) throw new RangeError(`${bytes.length} bytes are no words`);
  const fields = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => fields.getUint32(4 * i, true));
}
