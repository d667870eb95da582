import { METRES_PER_DEGREE } from './point-reading.js';

export type Axis = 'lat' | 'lon';

export type Token =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'mark'; readonly mark: '°' | "'" | '"' }
  | { readonly kind: 'sign'; readonly negative: boolean }
  | { readonly kind: 'hemisphere'; readonly axis: Axis; readonly negative: boolean }
  | { readonly kind: 'label'; readonly axis: Axis }
  | { readonly kind: 'separator' };

/** One of the two coordinates, as it was written. */
export interface Degrees {
  readonly value: number;
  readonly axis: Axis | null;
  readonly lettered: boolean;
  readonly signed: boolean;
  /** A degree sign stands after the first number. */
  readonly marked: boolean;
  /** 1 degrees, 2 with minutes, 3 with seconds. */
  readonly parts: number;
  /** Metres that one unit of the last digit is worth, on a meridian. */
  readonly unitM: number;
}

/** Why tokens are no coordinate; null where they have not the form of one at all. */
export type DegreesReading = Degrees | { readonly problem: string } | null;

interface Frame {
  readonly axis: Axis | null;
  readonly hemisphere: boolean | null;
  readonly sign: boolean | null;
  readonly rest: readonly Token[];
}

export function readDegrees(tokens: readonly Token[]): DegreesReading {
  const frame = unframe(tokens);
  if (frame === null) return null;
  const parts = partsOf(frame.rest);
  if (parts === null) return null;
  const [degrees = '', minutes = '0', seconds = '0'] = parts.texts;
  for (const [name, text] of [
    ['minutes', minutes],
    ['seconds', seconds],
  ] as const)
    if (Number(text) >= 60) return { problem: `read ${text} as ${name}, and there are only 60` };
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  const negative = frame.hemisphere ?? frame.sign ?? false;
  const last = parts.texts.at(-1) ?? '';
  return {
    value: negative ? -size : size,
    axis: frame.axis,
    lettered: frame.hemisphere !== null,
    signed: frame.sign !== null,
    marked: parts.marked,
    parts: parts.texts.length,
    unitM: METRES_PER_DEGREE / 60 ** (parts.texts.length - 1) / 10 ** (last.split('.')[1]?.length ?? 0),
  };
}

/** Takes off the label in front, the hemisphere on one side, and the sign; a sign beside a hemisphere contradicts or repeats it. */
function unframe(tokens: readonly Token[]): Frame | null {
  let rest = tokens;
  let axis: Axis | null = null;
  let hemisphere: boolean | null = null;
  let sign: boolean | null = null;
  const first = rest[0];
  if (first?.kind === 'label') [axis, rest] = [first.axis, rest.slice(1)];
  for (const end of [0, -1]) {
    const token = rest.at(end);
    if (token?.kind !== 'hemisphere') continue;
    if (hemisphere !== null || (axis !== null && axis !== token.axis)) return null;
    [axis, hemisphere] = [token.axis, token.negative];
    rest = end === 0 ? rest.slice(1) : rest.slice(0, -1);
  }
  const lead = rest[0];
  if (lead?.kind === 'sign') [sign, rest] = [lead.negative, rest.slice(1)];
  return hemisphere !== null && sign !== null ? null : { axis, hemisphere, sign, rest };
}

const MARKS = ['°', "'", '"'] as const;

/** Degrees, minutes and seconds in this order and without a gap; only the last may have decimals. */
function partsOf(tokens: readonly Token[]): { texts: string[]; marked: boolean } | null {
  const texts: string[] = [];
  let marked = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'number' || texts.length === 3) return null;
    if (texts.at(-1)?.includes('.') === true) return null;
    const next = tokens[at + 1];
    if (next?.kind === 'mark') {
      if (next.mark !== MARKS[texts.length]) return null;
      marked ||= texts.length === 0;
      at += 1;
    }
    texts.push(token.text);
  }
  return texts.length === 0 ? null : { texts, marked };
}
