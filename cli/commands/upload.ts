import { ApiClient } from '../api-client.js';
import type { Clip } from '../api-types.js';
import { assertionsOf, CLAIM_HELP, CLAIM_OPTIONS } from '../claim-options.js';
import { type Command, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { CliFailure, UsageError } from '../failures.js';
import { CaseFinder } from '../find-case.js';
import { plainText } from '../plain-text.js';
import { openFile } from '../read-file.js';
import { reportClip } from '../report-clip.js';
import { submissionOf } from '../submission.js';

const HELP = `sightline upload FILE [options]

Submits a file. It is sent while it is read, whatever its size.

  --url URL             where the file comes from
${CLAIM_HELP.trimStart().replace(/^/, '  ')}
  --json                the clip`;

const OPTIONS = {
  ...CLAIM_OPTIONS,
  url: { type: 'string' },
  wait: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const upload: Command = {
  name: 'upload',
  summary: 'submit a file',
  help: HELP,
  async run(args, context) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError('Give one file to upload.');
    const { blob, fileName, sizeBytes } = await openFile(context.cwd, name);
    const asserted = assertionsOf(values);
    submissionOf(values.url, undefined, asserted);
    const api = new ApiClient(await connect(context.around));
    const caseId = await new CaseFinder(api).get(values.case);
    const form = new FormData();
    form.set('submission', JSON.stringify(submissionOf(values.url, caseId, asserted)));
    form.set('file', blob, fileName);
    context.terminal.progress(
      () => `sending ${plainText(fileName)}, ${Math.ceil(sizeBytes / 1_000_000)} MB …`,
    );
    const { body: clip } = await api.request<Clip>('POST', '/clips/upload', { form });
    context.terminal.endProgress();
    if (clip === undefined) throw new CliFailure('The desk gave an empty answer to the upload.');
    return reportClip(api, clip, { wait: values.wait === true, json: values.json === true }, context);
  },
};
