import { describe, expect, it } from '@jest/globals';
import { shownLine, shownText } from './shown-text.js';

const words = (...pairs: readonly (readonly [string, number])[]) =>
  pairs.map(([text, confidence]) => ({ text, confidence }));
const box = (x: number, y: number, width = 100, height = 20) => ({ x, y, width, height });

describe('a line that was read', () => {
  it('keeps its words in their order, a name of which the engine is less sure among them', () => {
    const line = shownLine(words(['Shelling', 95], ['near', 93], ['Saraqib', 69], ['today', 96]));
    expect(line?.text).toBe('Shelling near Saraqib today');
    expect(line?.confidence).toBeLessThan(93);
  });

  it.each([
    ['noise that the engine is unsure of', words(['tlie', 40], ['ol', 30], ['weir', 60])],
    ['marks', words(['||', 95], ['—', 99], ['؟', 91])],
    ['a lone letter', words(['S', 96])],
    ['nothing', []],
  ])('is null of %s', (_, seen) => {
    expect(shownLine(seen)).toBeNull();
  });

  it('keeps the one sure word of an unsure line', () => {
    expect(shownLine(words(['HOSPITAL', 92], ['oi', 10], ['lvjh-cf', 20]))?.text).toBe('HOSPITAL');
  });

  it('has no control or direction characters, and an end', () => {
    const line = shownLine(words(['\u200f\u202eخان\u0007', 95], ['x'.repeat(900), 95]));
    expect(line?.text.startsWith('خان x')).toBe(true);
    expect(line?.text).toHaveLength(300);
  });
});

describe('the text of a picture', () => {
  it('is its lines from top to bottom', () => {
    const [low, high] = [
      { text: 'below', confidence: 90, box: box(0, 300) },
      { text: 'above', confidence: 80, box: box(50, 10) },
    ];
    expect(shownText([low, high])).toEqual({ text: 'above\nbelow', confidence: 85 });
  });

  it('has one reading of each place: that of the letters, not of the room between them', () => {
    const letters = { text: 'مقبرة خان السبل', confidence: 92, box: box(0, 300, 300) };
    const between = { text: 'الب', confidence: 85, box: box(-10, 298, 310, 24) };
    expect(shownText([between, letters])?.text).toBe('مقبرة خان السبل');
  });

  it('is null without lines', () => expect(shownText([])).toBeNull());
});
