import { ApiClient } from '../api-client.js';
import { type Command, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { numberOf, onlyPoint } from '../point.js';

const HELP = `sightline shadow LAT,LON --at TIME [--height M]
sightline shadow LAT,LON --day DAY [--to DAY] [--direction DEGREES] [--ratio NUMBER] [options]

Tells the shadow that something upright casts, or when a measured shadow is cast.

  --at TIME             with an offset, like 2020-02-09T12:00:00+02:00
  --height M            height of what casts it, in metres
  --day DAY, --to DAY   the day, or the first and the last, as the place counts them
  --direction DEGREES   where the measured shadow points, from true north over east
  --tolerance DEGREES   by how much that may be off (default: 5)
  --ratio NUMBER        its length divided by the height of what casts it
  --length-tolerance N  share by which that may be off (default: 0.1)
  --json                the answer`;

const OPTIONS = {
  at: { type: 'string' },
  height: { type: 'string' },
  day: { type: 'string' },
  to: { type: 'string' },
  direction: { type: 'string' },
  tolerance: { type: 'string' },
  ratio: { type: 'string' },
  'length-tolerance': { type: 'string' },
  json: { type: 'boolean' },
} as const;

interface Shadow {
  readonly shadow?: { readonly directionDeg: number; readonly lengthM: number } | null;
  readonly times?: readonly {
    readonly day: string;
    readonly from: string;
    readonly to: string;
    readonly bestLocalTime: string;
  }[];
  readonly caveats: readonly string[];
}

export const shadow: Command = {
  name: 'shadow',
  summary: 'tell a shadow, or when a measured one is cast',
  help: HELP,
  async run(args, { terminal, around }) {
    const { values, positionals } = readArguments(args, OPTIONS);
    if ((values.at === undefined) === (values.day === undefined))
      throw new UsageError('Give --at, or --day with what was measured.');
    const measured = {
      directionDeg: numberOf('direction', values.direction),
      directionToleranceDeg: numberOf('tolerance', values.tolerance),
      lengthRatio: numberOf('ratio', values.ratio),
      lengthTolerance: numberOf('length-tolerance', values['length-tolerance']),
    };
    const answer = await new ApiClient(await connect(around)).post<Shadow>('/shadow', {
      ...onlyPoint(positionals),
      at: values.at,
      heightM: numberOf('height', values.height),
      ...(values.day === undefined ? {} : { from: values.day, to: values.to, measured }),
    });
    if (values.json === true) printJson(terminal, answer);
    else for (const line of linesOf(answer)) terminal.out(line);
    return 0;
  },
};

function linesOf({ shadow: cast, times, caveats }: Shadow): string[] {
  const said =
    times === undefined
      ? [
          cast === null || cast === undefined
            ? 'no shadow, the sun is down'
            : `points to ${cast.directionDeg.toFixed(2)} degrees, ${cast.lengthM.toFixed(2)} m long`,
        ]
      : times.length === 0
        ? ['at no time of these days']
        : times.map(
            ({ day, from, to, bestLocalTime }) => `${day}  ${from} to ${to}, best at ${bestLocalTime}`,
          );
  return [...said, ...caveats];
}
