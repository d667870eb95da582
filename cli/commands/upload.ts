import { ApiClient } from '../api-client.js';
import type { Clip } from '../api-types.js';
import { assertionsOf, CLAIM_HELP, CLAIM_OPTIONS } from '../claim-options.js';
import { type Command, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { CaseFinder } from '../find-case.js';
import { uploadLine } from '../progress-line.js';
import { fileToSend } from '../read-file.js';
import { reportClip } from '../report-clip.js';
import { submissionOf } from '../submission.js';
import { submissionRequest, uploadFile } from '../upload-file.js';

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
    const file = await fileToSend(context.cwd, name);
    const asserted = assertionsOf(values);
    submissionOf(values.url, undefined, asserted);
    const connection = await connect(context.around);
    const api = new ApiClient(connection);
    const caseId = await new CaseFinder(api).get(values.case);
    const submission = submissionOf(values.url, caseId, asserted);
    const clip = (await uploadFile(connection, file, submissionRequest(submission), (bytes) =>
      context.terminal.progress((columns) => uploadLine(file, bytes, columns)),
    )) as Clip;
    context.terminal.endProgress();
    return reportClip(api, clip, { wait: values.wait === true, json: values.json === true }, context);
  },
};
