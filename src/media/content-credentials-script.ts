/**
 * What the child process runs, given on standard input: loads c2pa-node from the folder in its first argument, reads the file
 * in the second as the media type in the third, and prints `{store}` (null without a manifest) or `{error}`. A text, because the
 * child must not load anything else of this project, and the sandbox shows it nothing else.
 */
export const CONTENT_CREDENTIALS_SCRIPT = `
const [folder, path, mimeType] = process.argv.slice(2);
const answer = (value) => process.stdout.write(JSON.stringify(value));
let Reader;
try {
  (await import(folder + '/dist/binary.js')).getNeonBinary();
  ({ Reader } = await import(folder + '/dist/Reader.js'));
} catch (error) {
  answer({ unavailable: String(error?.message ?? error) });
  process.exit(0);
}
try {
  const settings = { verify: { verify_after_reading: true, remote_manifest_fetch: false, ocsp_fetch: false } };
  const reader = await Reader.fromAsset({ path, mimeType }, settings);
  answer({ store: reader ? reader.json() : null });
} catch (error) {
  answer({ error: String(error?.message ?? error) });
}
`;
