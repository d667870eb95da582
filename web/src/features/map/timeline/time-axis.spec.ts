import { describe, expect, it } from '@jest/globals';
import { moved, placeIn, spanAround, ticksOf, tickText, zoomed } from './time-axis';

const at = (text: string) => Date.parse(text);
const span = (from: string, to: string) => ({ fromMs: at(from), toMs: at(to) });

describe('the axis of the timeline', () => {
  it.each([
    ['2020-02-09T10:00Z', '2020-02-09T11:00Z', '2020-02-09T10:15:00.000Z', 5],
    ['2020-02-08T22:00Z', '2020-02-10T02:00Z', '2020-02-09T00:00:00.000Z', 5],
    ['2020-01-01T00:00Z', '2021-01-01T00:00Z', '2020-04-01T00:00:00.000Z', 5],
    ['1990-01-01T00:00Z', '2020-01-01T00:00Z', '1995-01-01T00:00:00.000Z', 7],
  ])('has round ticks between %s and %s', (from, to, wanted, count) => {
    const ticks = ticksOf(span(from, to));
    expect(ticks.map((tick) => new Date(tick).toISOString())).toContain(wanted);
    expect(ticks).toHaveLength(count);
  });

  it('never has more ticks than fit', () => {
    for (let days = 0.01; days < 100_000; days *= 1.7) {
      const ticks = ticksOf({ fromMs: 0, toMs: days * 86_400_000 });
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks.length).toBeGreaterThan(0);
    }
  });

  it('names ticks by what tells them apart', () => {
    const day = span('2020-02-08T22:00Z', '2020-02-10T02:00Z');
    expect(tickText(at('2020-02-09T06:00Z'), day)).toBe('06:00');
    expect(tickText(at('2020-02-09T00:00Z'), day)).toBe('2020-02-09');
    expect(tickText(at('2020-04-01T00:00Z'), span('2020-01-01T00:00Z', '2021-01-01T00:00Z'))).toBe('2020-04');
  });
});

describe('looking at a stretch of time', () => {
  it('begins with everything and a little air', () => {
    const all = spanAround([at('2020-02-08T00:00Z'), at('2020-02-10T00:00Z')], 0);
    expect(placeIn(all, at('2020-02-08T00:00Z'))).toBeGreaterThan(0);
    expect(placeIn(all, at('2020-02-10T00:00Z'))).toBeLessThan(1);
  });
  it('has a width even for a single moment, and for none', () => {
    expect(spanAround([5_000_000], 0)).toEqual({ fromMs: 1_400_000, toMs: 8_600_000 });
    expect(spanAround([], 86_400_000)).toEqual({ fromMs: 0, toMs: 86_400_000 });
  });
  it('zooms about its middle and not below ten minutes', () => {
    expect(zoomed({ fromMs: 0, toMs: 4_000_000 }, 0.5)).toEqual({ fromMs: 1_000_000, toMs: 3_000_000 });
    const closest = zoomed({ fromMs: 0, toMs: 600_000 }, 0.1);
    expect(closest.toMs - closest.fromMs).toBe(600_000);
  });
  it('moves by a share of itself', () => {
    expect(moved({ fromMs: 0, toMs: 100 }, 0.5)).toEqual({ fromMs: 50, toMs: 150 });
  });
});
