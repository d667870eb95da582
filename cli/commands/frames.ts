import { ApiClient } from '../api-client.js';
import { type Command, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { onlyId } from '../id.js';

interface Frame {
  readonly id: string;
  readonly ptsMs: number;
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly imageUrl: string;
}

export const frames: Command = {
  name: 'frames',
  summary: "list a clip's keyframes",
  help: `sightline frames CLIP

Lists the keyframes of a clip by time: their ids are what evidence and annotations name.

  --json   {items}`,
  async run(args, { terminal, around }) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const clipId = onlyId(positionals, 'clip');
    const page = await new ApiClient(await connect(around)).get<{ items: Frame[] }>(
      `/clips/${clipId}/frames`,
    );
    if (values.json === true) printJson(terminal, page);
    else for (const each of page.items) terminal.out(frameLine(each));
    return 0;
  },
};

function frameLine({ id, ptsMs, kind, width, height }: Frame): string {
  return `${id}  ${clock(ptsMs).padStart(12)}  ${kind.padEnd(8)}  ${width}x${height}`;
}

/** `h:mm:ss.mmm`. */
export function clock(ptsMs: number): string {
  const [seconds, minutes, hours] = [
    (ptsMs % 60_000) / 1_000,
    Math.floor(ptsMs / 60_000) % 60,
    Math.floor(ptsMs / 3_600_000),
  ];
  return `${hours}:${String(minutes).padStart(2, '0')}:${seconds.toFixed(3).padStart(6, '0')}`;
}
