import { ApiClient } from '../api-client.js';
import { type Command, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { onlyPoint } from '../point.js';

const HELP = `sightline sun LAT,LON [--at TIME]

Tells where sun and moon stand at a place, the shadow of something upright, and when the sun rises and sets there that day.

  --at TIME   with an offset, like 2020-02-09T12:00:00+02:00 (default: now)
  --json      the answer`;

interface Sun {
  readonly localTime: string;
  readonly timezone: string | null;
  readonly light: string;
  readonly sun: { readonly azimuthDeg: number; readonly altitudeDeg: number };
  readonly shadow: { readonly directionDeg: number; readonly lengthRatio: number } | null;
  readonly moon: { readonly altitudeDeg: number; readonly phase: string };
  readonly day: {
    readonly daylight: string;
    readonly sunrise: string | null;
    readonly sunset: string | null;
  };
  readonly caveats: readonly string[];
}

export const sun: Command = {
  name: 'sun',
  summary: 'tell where the sun stands at a place and time',
  help: HELP,
  async run(args, { terminal, around }) {
    const { values, positionals } = readArguments(args, {
      at: { type: 'string' },
      json: { type: 'boolean' },
    });
    const answer = await new ApiClient(await connect(around)).get<Sun>('/sun', {
      ...onlyPoint(positionals),
      at: values.at,
    });
    if (values.json === true) printJson(terminal, answer);
    else for (const line of linesOf(answer)) terminal.out(line);
    return 0;
  },
};

function linesOf({ localTime, timezone, light, sun: body, shadow, moon, day, caveats }: Sun): string[] {
  return [
    `time     ${localTime} (${timezone ?? 'no zone, UTC'}), ${light.replaceAll('_', ' ')}`,
    `sun      azimuth ${body.azimuthDeg.toFixed(2)}, altitude ${body.altitudeDeg.toFixed(2)} degrees`,
    shadow === null
      ? 'shadow   none, the sun is down'
      : `shadow   points to ${shadow.directionDeg.toFixed(2)} degrees, ${shadow.lengthRatio.toFixed(3)} times the height`,
    `moon     altitude ${moon.altitudeDeg.toFixed(2)} degrees, ${moon.phase.replaceAll('_', ' ')}`,
    `day      sunrise ${day.sunrise ?? 'none'}, sunset ${day.sunset ?? 'none'}${day.daylight === 'usual' ? '' : ` (${day.daylight.replaceAll('_', ' ')})`}`,
    ...caveats.map((caveat) => `         ${caveat}`),
  ];
}
