/**
 * Writes web/src/api/schema.gen.ts, the types of the page's client, from docs/openapi.json; with `--check` only says whether
 * they are up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { inProject } from './lib/project.mjs';

const TARGET = inProject('web/src/api/schema.gen.ts');
const document = JSON.parse(readFileSync(inProject('docs/openapi.json'), 'utf8'));
const types = `// Made from docs/openapi.json by \`npm run web:api\`.\n${astToString(await openapiTS(document))}`;

if (!process.argv.includes('--check')) writeFileSync(TARGET, types);
else if (readFileSync(TARGET, 'utf8') !== types) {
  console.error('web/src/api/schema.gen.ts is not what docs/openapi.json gives: run "npm run web:api".');
  process.exitCode = 1;
}
