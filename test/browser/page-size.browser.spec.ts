import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';

const assets = new URL('../../dist/web/assets/', import.meta.url);
const names = readdirSync(assets);

it.each(['way-in', 'inbox', 'lists'])(
  'what %s needs at first is less than 250 kB of JavaScript, in few enough files to come at once',
  (page) => {
    const files = neededAtOnce(firstScript(), chunk(page));
    const bytes = files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
    expect(bytes).toBeLessThan(250_000);
    // A browser asks for six at a time; the style sheet is one of them.
    expect(files.length).toBeLessThanOrEqual(8);
    expect(files.filter((file) => /maplibre|annotate|clip-page|dialogs/.test(file))).toEqual([]);
  },
);

it('the map and the annotator come on demand alone', () => {
  expect(neededAtOnce(chunk('clip-page')).filter((file) => /maplibre|annotate/.test(file))).toEqual([]);
});

function firstScript(): string {
  const html = readFileSync(new URL('../index.html', assets), 'utf8');
  return /<script[^>]+src="\/assets\/([^"]+)"/.exec(html)?.[1] ?? '';
}

function chunk(name: string): string {
  const found = names.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (found === undefined) throw new Error(`the page has no file ${name}`);
  return found;
}

/** The files and all that they import, not what they ask for later by `import()`. */
function neededAtOnce(...first: readonly string[]): readonly string[] {
  const found = new Set(first);
  for (const file of found)
    for (const [, imported] of read(file).matchAll(/\bimport(?:[^"'()]*from)?["']\.\/([^"']+)["']/g))
      if (imported !== undefined) found.add(imported);
  return [...found];
}

function read(file: string): string {
  return readFileSync(new URL(file, assets), 'utf8');
}
