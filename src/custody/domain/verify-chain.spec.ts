import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { canonicalEvent, eventLeaf, readCanonicalEvent, type LoggedEvent } from './custody-event.js';
import { CompactRange } from './compact-range.js';
import { verifyChain } from './verify-chain.js';

interface Step {
  readonly chain: string;
  readonly clipId: string | null;
  readonly body: { readonly [key: string]: string | number };
}

/** A right log, made as the service makes it. */
function logOf(steps: readonly Step[], startMs = 1_800_000_000_000): LoggedEvent[] {
  const heads = new Map<string, { chainSeq: number; leaf: string }>();
  return steps.map((step, index) => {
    const head = heads.get(step.chain);
    const columns = {
      seq: index + 1,
      id: `id-${index + 1}`,
      at: new Date(startMs + index).toISOString(),
      chain: step.chain,
      chainSeq: (head?.chainSeq ?? 0) + 1,
      clipId: step.clipId,
      action: 'part.completed',
      actor: 'system',
      privateCommit: null,
      prev: head?.leaf ?? null,
    };
    const canonical = canonicalEvent({ v: 1, ...columns, body: step.body });
    const leaf = eventLeaf(canonical);
    heads.set(step.chain, { chainSeq: columns.chainSeq, leaf });
    return { ...columns, canonical, leaf };
  });
}

const step: fc.Arbitrary<Step> = fc.record({
  chain: fc.constantFrom('case-a', 'case-b', 'system'),
  clipId: fc.option(fc.constantFrom('clip-1', 'clip-2')),
  body: fc.dictionary(
    fc.string({ maxLength: 8 }),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    {
      noNullPrototype: true,
      maxKeys: 4,
    },
  ),
});
const steps = fc.array(step, { minLength: 3, maxLength: 12 });
const codesOf = (events: readonly LoggedEvent[]): string[] => verifyChain(events).map((found) => found.code);
const sample = (): LoggedEvent[] =>
  logOf(
    ['case-a', 'case-b', 'case-a', 'case-a', 'case-b'].map((chain) => ({
      chain,
      clipId: 'clip-1',
      body: { n: 1 },
    })),
  );
const at = (events: LoggedEvent[], index: number): LoggedEvent => events[index] as LoggedEvent;

describe('verifyChain', () => {
  it('finds nothing wrong with a right log, whatever is in it', () => {
    fc.assert(fc.property(steps, (history) => codesOf(logOf(history)).length === 0));
  });

  it('names the changed column and both values', () => {
    const events = sample();
    events[2] = { ...at(events, 2), actor: 'user:somebody-else' };
    expect(verifyChain(events)).toEqual([
      {
        code: 'V018',
        severity: 'error',
        subject: 'event 3 (id-3) of clip clip-1',
        message: 'Its column actor was changed.',
        expected: 'system',
        found: 'user:somebody-else',
      },
    ]);
  });

  it('finds a changed text by its leaf', () => {
    const events = sample();
    events[2] = { ...at(events, 2), canonical: at(events, 2).canonical.replace('"n":1', '"n":2') };
    expect(codesOf(events)).toEqual(['V010', 'V012']);
  });

  it('finds a changed text whose leaf was recomputed by the next event of the case', () => {
    const events = sample();
    const canonical = at(events, 2).canonical.replace('"n":1', '"n":2');
    events[2] = { ...at(events, 2), canonical, leaf: eventLeaf(canonical) };
    const found = verifyChain(events);
    expect(found.map((d) => [d.code, d.subject])).toEqual([['V012', 'event 4 (id-4) of clip clip-1']]);
  });

  it.each([
    ['spaces', (text: string) => text.replace(':', ': ')],
    ['a key twice', (text: string) => text.replace('{"action"', '{"action":"x","action"')],
    ['keys in another order', (text: string) => text.replace(/("seq":\d+),("v":1)/, '$2,$1')],
    ['a field that no event has', (text: string) => text.replace('"v":1', '"v":1,"w":1')],
    ['a number that no double holds', (text: string) => text.replace('"n":1', '"n":1e999')],
    ['no JSON', () => 'nothing'],
  ])('takes no text with %s for an event', (_, change) => {
    const canonical = change(at(sample(), 0).canonical);
    expect(readCanonicalEvent(canonical)).toBeUndefined();
    const events = sample();
    events[0] = { ...at(events, 0), canonical, leaf: eventLeaf(canonical) };
    expect(codesOf(events)).toContain('V010');
  });

  it('sees a missing event in the log and in its chain', () => {
    expect(codesOf(sample().filter((event) => event.seq !== 3))).toEqual(['V011', 'V012', 'V012']);
  });

  it('warns when the clock stepped back, and only then', () => {
    const events = logOf(sample().map(({ chain, clipId }) => ({ chain, clipId, body: {} })));
    const late = logOf([{ chain: 'x', clipId: null, body: {} }], 1_800_000_005_000);
    const back = { ...at(late, 0), seq: 1 };
    const rest = events.slice(1);
    expect(verifyChain([back, ...rest]).filter((found) => found.code === 'V050')).toMatchObject([
      { severity: 'warning', subject: 'event 2 (id-2) of clip clip-1' },
    ]);
  });
});

/** What an insider with full rights over the database may do to a log without recomputing all of it. */
type Mutation = (events: LoggedEvent[], pick: number) => LoggedEvent[];
const MUTATIONS: Record<string, Mutation> = {
  'delete an event': (events, pick) => events.filter((_, i) => i !== pick % events.length),
  'swap two events': (events, pick) => {
    const i = pick % (events.length - 1);
    return [...events.slice(0, i), at(events, i + 1), at(events, i), ...events.slice(i + 2)];
  },
  'swap two events and their numbers': (events, pick) => {
    const i = pick % (events.length - 1);
    const [a, b] = [at(events, i), at(events, i + 1)];
    return [...events.slice(0, i), { ...b, seq: a.seq }, { ...a, seq: b.seq }, ...events.slice(i + 2)];
  },
  'repeat an event': (events, pick) =>
    events.flatMap((event, i) => (i === pick % events.length ? [event, event] : [event])),
  'change a column': (events, pick) =>
    events.map((event, i) => {
      if (i !== pick % events.length) return event;
      const columns = [
        'id',
        'at',
        'chain',
        'clipId',
        'action',
        'actor',
        'privateCommit',
        'prev',
        'canonical',
        'leaf',
      ] as const;
      const column = columns[pick % columns.length] ?? 'id';
      return { ...event, [column]: `${event[column] ?? ''}0` };
    }),
  'change a letter of the text': (events, pick) =>
    events.map((event, i) => {
      if (i !== pick % events.length) return event;
      const where = pick % event.canonical.length;
      const letter = event.canonical[where] === '1' ? '2' : '1';
      return {
        ...event,
        canonical: event.canonical.slice(0, where) + letter + event.canonical.slice(where + 1),
      };
    }),
};

describe('any history with any one change', () => {
  it.each(Object.keys(MUTATIONS))('is found out: %s', (name) => {
    fc.assert(
      fc.property(steps, fc.nat(), (history, pick) => {
        const events = logOf(history);
        const changed = MUTATIONS[name]?.(events, pick) ?? [];
        // What is left of a log without its tail is a right log: the tree's root tells.
        return codesOf(changed).length > 0 || rootOf(changed) !== rootOf(events);
      }),
      { numRuns: 1700 },
    );
  });

  it('a cut tail and a full rewrite leave right chains, and only the root differs', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (history, pick) => {
        const events = logOf(history);
        const cut = events.slice(0, 1 + (pick % (events.length - 1)));
        const rewritten = logOf(
          history.map((one, i) => (i === 0 ? { ...one, body: { forged: pick } } : one)),
        );
        return (
          codesOf(cut).length === 0 &&
          codesOf(rewritten).length === 0 &&
          rootOf(cut) !== rootOf(events) &&
          rootOf(rewritten) !== rootOf(events)
        );
      }),
    );
  });
});

function rootOf(events: readonly LoggedEvent[]): string {
  const range = CompactRange.empty();
  for (const event of events) range.append(Buffer.from(eventLeaf(event.canonical), 'hex'));
  return Buffer.from(range.root()).toString('hex');
}
