import { buffer } from 'node:stream/consumers';
import { ApiClient } from '../api-client.js';
import type { Clip } from '../api-types.js';
import type { BatchItem } from '../batch.js';
import { assertionsOf, CLAIM_HELP, CLAIM_OPTIONS } from '../claim-options.js';
import { type Command, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { decodeCsv } from '../csv.js';
import { CSV_COLUMNS, readSubmissionRows, type SubmissionRow } from '../csv-rows.js';
import { CliFailure, type Problem, UsageError } from '../failures.js';
import { CaseFinder } from '../find-case.js';
import { readTable } from '../read-file.js';
import { reportBatch } from '../report-batch.js';
import { reportClip } from '../report-clip.js';
import { type Submission, submissionOf } from '../submission.js';

const HELP = `sightline submit URL… [options]
sightline submit --csv FILE [options]

Submits links. Every claim is kept word for word.
${CLAIM_HELP}
  --csv FILE            a table with a header line; columns: ${CSV_COLUMNS.join(', ')}
                        (only url is needed; options fill empty cells; "-" reads standard input)
  --json                one link: the clip; several: {results: [{index, url, outcome, clipId | problem}], …}`;

const OPTIONS = {
  ...CLAIM_OPTIONS,
  csv: { type: 'string' },
  wait: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const submit: Command = {
  name: 'submit',
  summary: 'submit links, by name or from a CSV table',
  help: HELP,
  async run(args, context) {
    const { values, positionals: urls } = readArguments(args, OPTIONS);
    const report = { wait: values.wait === true, json: values.json === true };
    if (values.csv === undefined && urls.length === 0)
      throw new UsageError('Which link? Give a URL, or --csv FILE.');
    if (values.csv !== undefined && urls.length > 0)
      throw new UsageError('Give links or --csv FILE, not both.');
    const asserted = assertionsOf(values);
    const rows =
      values.csv === undefined
        ? null
        : readSubmissionRows(decodeCsv(await readCsv(context.cwd, values.csv)), {
            ...asserted,
            case: values.case,
          });
    const submissionFor = (url: string, caseId: string | undefined): Submission =>
      submissionOf(url, caseId, asserted);
    // A fault of the command line is said before anything is asked of the desk.
    submissionFor('', undefined);
    const api = new ApiClient(await connect(context.around));
    const cases = new CaseFinder(api);
    if (rows !== null) return reportBatch(api, await itemsOf(rows, cases), report, context);
    const caseId = await cases.get(values.case);
    const [url = '', ...more] = urls;
    if (more.length === 0)
      return reportClip(api, await api.post<Clip>('/clips', submissionFor(url, caseId)), report, context);
    const items = urls.map((each) => ({ url: each, content: submissionFor(each, caseId) }));
    return reportBatch(api, items, report, context);
  },
};

async function readCsv(cwd: string, name: string): Promise<Buffer> {
  return name === '-' ? buffer(process.stdin) : readTable(cwd, name);
}

async function itemsOf(rows: readonly SubmissionRow[], cases: CaseFinder): Promise<BatchItem[]> {
  const items: BatchItem[] = [];
  for (const row of rows) items.push({ url: row.url, line: row.line, content: await contentOf(row, cases) });
  if (items.length === 0) throw new CliFailure('The CSV file has no rows below its header.');
  return items;
}

async function contentOf(row: SubmissionRow, cases: CaseFinder): Promise<Submission | Problem> {
  if (row.fault !== undefined) return { code: 'unusable_row', detail: row.fault };
  const caseId = row.caseName === '' ? undefined : await cases.find(row.caseName);
  if (caseId instanceof CliFailure) return { code: 'unknown_case', detail: caseId.message };
  try {
    return submissionOf(row.url, caseId, row.asserted);
  } catch (error) {
    if (error instanceof UsageError) return { code: 'unusable_row', detail: error.message };
    throw error;
  }
}
