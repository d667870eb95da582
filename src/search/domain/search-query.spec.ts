import { describe, expect, it } from '@jest/globals';
import { readSearchQuery, wantedWords } from './search-query.js';

const word = (text: string) => ({ text, phrase: false });
const phrase = (text: string) => ({ text, phrase: true });

describe('what a person types into the search box', () => {
  it('wants all words, phrases in quotes, and nothing that a minus stands before', () => {
    expect(readSearchQuery('idlib "khan al-sebel" -camp -"field hospital"')).toEqual([
      { all: [word('idlib'), phrase('khan al-sebel')], none: [word('camp'), phrase('field hospital')] },
    ]);
  });

  it('takes "or" in any case as the border between alternatives', () => {
    expect(readSearchQuery('graveyard idlib OR مقبرة')).toEqual([
      { all: [word('graveyard'), word('idlib')], none: [] },
      { all: [word('مقبرة')], none: [] },
    ]);
  });

  it('keeps a hyphen within a word and an unclosed quote', () => {
    expect(readSearchQuery('al-Sebel "khan al')).toEqual([
      { all: [word('al-Sebel'), phrase('khan al')], none: [] },
    ]);
  });

  it('leaves an article with its name', () => {
    expect(readSearchQuery('Khan Al Sebel -el nino al')).toEqual([
      { all: [word('Khan'), word('Al Sebel'), word('al')], none: [word('el nino')] },
    ]);
  });

  it.each(['', '   ', '-camp', '"" -""', '&|!:*() <->', 'or', '- or -x', 'ʿ ـ'])(
    'finds nothing to look for in %j',
    (typed) => {
      expect(readSearchQuery(typed)).toEqual([]);
    },
  );

  it('marks single words, also those of phrases', () => {
    expect(wantedWords(readSearchQuery('a "b c" -d'))).toEqual([word('a'), phrase('b'), phrase('c')]);
  });
});
