import { describe, expect, it } from '@jest/globals';
import { MAX_TAGS_BYTES, TagBudget, plainText } from './plain-text.js';

describe('plainText', () => {
  it('takes away what would rewrite a line on a screen, and keeps every script', () => {
    expect(plainText('a\u001b[2Jb\r\nc\u0000', 100)).toBe('a [2Jb c');
    expect(plainText('evil\u202egpj.exe', 100)).toBe('evil gpj.exe');
    expect(plainText('شارع 5 – 通り', 100)).toBe('شارع 5 – 通り');
  });

  it('cuts between characters', () => {
    expect(plainText('ش'.repeat(10), 5)).toBe('شش');
  });
});

describe('TagBudget', () => {
  it('keeps tags in order until 256 kB are used over all records, and says so', () => {
    const budget = new TagBudget();
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`tag${index}`, 'x'.repeat(2000)]),
    );
    const first = budget.take(many);
    const second = budget.take(many);
    const kept = [...Object.entries(first), ...Object.entries(second)].flat().join('');
    expect(Object.keys(first)).toHaveLength(200);
    expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(MAX_TAGS_BYTES);
    expect(Object.keys(second).length).toBeLessThan(200);
    expect(budget.warnings()).toHaveLength(2);
  });

  it('says nothing when all was kept', () => {
    const budget = new TagBudget();
    expect(budget.take({ title: 'a' })).toEqual({ title: 'a' });
    expect(budget.warnings()).toEqual([]);
  });

  it('takes a tag called __proto__ for a tag', () => {
    const tags = new TagBudget().take(JSON.parse('{"__proto__":"x"}') as Record<string, string>);
    expect(Object.entries(tags)).toEqual([['__proto__', 'x']]);
  });
});
