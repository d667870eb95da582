import { commandOfActions } from '../actions.js';
import { ApiClient } from '../api-client.js';
import { type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { plainText } from '../plain-text.js';
import { uploadLine } from '../progress-line.js';
import { fileToSend } from '../read-file.js';
import { uploadFile } from '../upload-file.js';

const HELP = `sightline gazetteer search NAME [--near POINT]
sightline gazetteer import FILE

Finds places by their name in any script and spelling, or adds places: a table of GeoNames (like SY.txt) or a CSV with
name, lat and lon (administrators only).

  --near POINT   coordinates in any notation: the nearest of equal names come first
  --json         {items, ready, attribution}; the import`;

interface Places {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly lat: number;
    readonly lon: number;
    readonly country: { readonly name: string } | null;
    readonly region: { readonly name: string | null; readonly seat: string | null } | null;
    readonly population: number;
    readonly similarity: number;
    readonly distanceM: number | null;
  }[];
  readonly ready: boolean;
  readonly attribution: string;
}

export const gazetteer = commandOfActions('gazetteer', 'find places by name, or add more', HELP, {
  search,
  import: importFile,
});

async function search(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, {
    near: { type: 'string' },
    json: { type: 'boolean' },
  });
  const q = positionals.join(' ');
  if (q.trim() === '') throw new UsageError('Which name?');
  const found = await new ApiClient(await connect(around)).get<Places>('/gazetteer', {
    q,
    near: values.near,
  });
  if (values.json === true) printJson(terminal, found);
  else {
    for (const place of found.items) terminal.out(placeLine(place));
    if (found.items.length === 0) terminal.note(`No place is named like "${plainText(q)}".`);
    if (!found.ready) terminal.note('The places are still being read in: one may be missing.');
    terminal.note(found.attribution);
  }
  return found.items.length > 0 ? 0 : 1;
}

function placeLine({
  name,
  lat,
  lon,
  country,
  region,
  population,
  similarity,
  distanceM,
}: Places['items'][number]): string {
  const where = [name, region?.name ?? region?.seat, country?.name].filter(
    (part) => typeof part === 'string',
  );
  const far = distanceM === null ? '' : `  ${(distanceM / 1000).toFixed(1)} km`;
  return `${similarity.toFixed(2)}  ${lat.toFixed(5)},${lon.toFixed(5)}  ${String(population).padStart(8)}${far}  ${plainText(where.join(', '))}`;
}

interface Imported {
  readonly places: number;
  readonly skipped: number;
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}

async function importFile(
  args: readonly string[],
  { terminal, around, cwd }: CommandContext,
): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError('Give one file to import.');
  const file = await fileToSend(cwd, name);
  const request = { path: '/gazetteer/imports', field: null };
  const made = (await uploadFile(await connect(around), file, request, (bytes) =>
    terminal.progress((columns) => uploadLine(file, bytes, columns)),
  )) as Imported;
  terminal.endProgress();
  if (values.json === true) printJson(terminal, made);
  else {
    terminal.out(`${made.places} places added, ${made.skipped} rows skipped`);
    for (const { line, problem } of made.problems) terminal.note(`line ${line} ${plainText(problem)}`);
  }
  return 0;
}
