import { describe, expect, it } from '@jest/globals';
import { snippetOf, wordsOf } from './snippet.js';

describe('a snippet', () => {
  it('marks words that match, neighbours together', () => {
    expect(snippetOf('graveyard in Khan al-Sebel,\n south of Idlib', new Set(['Khan', 'al-Sebel,']))).toBe(
      'graveyard in [[Khan al-Sebel,]] south of Idlib',
    );
  });

  it('shows the piece of a long text that has the most marks', () => {
    const text = Array.from({ length: 300 }, (_, i) => `w${i + 1}`).join(' ');
    const shown = snippetOf(text, new Set(['w2', 'w150', 'w155', 'w160']));
    expect(shown.startsWith('… w144 ')).toBe(true);
    expect(shown).toContain('[[w155]]');
    expect(shown.endsWith(' …')).toBe(true);
  });

  it('keeps markup as text and sets brackets of the text apart, so that marks are always ours', () => {
    expect(snippetOf('<script>x</script> [[note]]', new Set(['<script>x</script>']))).toBe(
      '[[<script>x</script>]] [ [note] ]',
    );
  });

  it('takes whatever stands between blanks for a word', () => {
    expect(wordsOf('  a\tb\n\nc ')).toEqual(['a', 'b', 'c']);
  });
});
