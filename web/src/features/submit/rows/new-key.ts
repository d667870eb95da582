/** A random key. Not `crypto.randomUUID`, which browsers withhold from pages that came without TLS over a local network. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
