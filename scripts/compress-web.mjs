/** Writes `.br` and `.gz` beside each file of the built page, so that the API never compresses while somebody waits. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { inProject } from './lib/project.mjs';

const folder = inProject('dist/web/assets');
for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg|json)$/.test(file))) {
  const bytes = readFileSync(`${folder}/${name}`);
  writeFileSync(`${folder}/${name}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${folder}/${name}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
}
