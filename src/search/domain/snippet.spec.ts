import { describe, expect, it } from '@jest/globals';
import { linesOf, snippetOf } from './snippet.js';

describe('a snippet', () => {
  it('marks words that match, neighbours together', () => {
    expect(snippetOf('graveyard in Khan al-Sebel,\n south of Idlib', [3, 4])).toBe(
      'graveyard in [[Khan al-Sebel,]] south of Idlib',
    );
  });

  it('shows the piece of a long text that has the most marks', () => {
    const text = Array.from({ length: 300 }, (_, i) => `w${i + 1}`).join(' ');
    const shown = snippetOf(text, [2, 150, 155, 160]);
    expect(shown.startsWith('… w144 ')).toBe(true);
    expect(shown).toContain('[[w155]]');
    expect(shown.endsWith(' …')).toBe(true);
  });

  it('keeps markup as text and sets brackets of the text apart, so that marks are always ours', () => {
    expect(snippetOf('<script>x</script> [[note]]', [1])).toBe('[[<script>x</script>]] [ [note] ]');
  });

  it('counts words as it numbers them', () => {
    expect(linesOf('  a\tb\n\nc ')).toBe('a\nb\nc');
  });
});
