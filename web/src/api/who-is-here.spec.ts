import { beforeEach, describe, expect, it } from '@jest/globals';
import { WhoIsHere } from './who-is-here';

let kept: Map<string, string>;
let done: string[];

const openTab = (): WhoIsHere =>
  new WhoIsHere({
    storage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    },
    loadAnew: (path) => done.push(`load ${path}`),
    tell: (userId) => done.push(`tell ${userId}`),
    goOn: () => done.push('go on'),
  });

beforeEach(() => {
  kept = new Map();
  done = [];
});

describe('whose work a tab holds', () => {
  it('keeps drafts over a reload by the same person', () => {
    openTab().is('ann');
    kept.set('sightline.draft.1', 'mine');
    expect(openTab().is('ann')).toBe(true);
    expect(kept.get('sightline.draft.1')).toBe('mine');
    expect(done).toEqual(['tell ann', 'tell ann']);
  });

  it('leaves nothing for the next person, whether the first signed out or only went', () => {
    const tab = openTab();
    tab.is('ann');
    kept.set('sightline.draft.1', 'hers').set('sightline.submit.ann', 'hers').set('other', 'not ours');
    tab.left();
    expect([...kept.keys()]).toEqual(['other']);
    expect(done.slice(-2)).toEqual(['tell null', 'load /sign-in']);
    openTab().is('ann');
    kept.set('sightline.draft.1', 'hers');
    expect(openTab().is('bob')).toBe(true);
    expect([...kept.keys()]).toEqual(['other', 'sightline.person']);
  });

  it('gives up the page when somebody else has signed in over it', () => {
    const tab = openTab();
    tab.is('ann');
    kept.set('sightline.draft.1', 'hers');
    expect(tab.is('bob')).toBe(false);
    expect(done.at(-1)).toBe('load /inbox');
    expect(kept.has('sightline.draft.1')).toBe(false);
  });

  it.each([
    ['bob', 'load /inbox'],
    [null, 'load /sign-in'],
    ['ann', 'go on'],
  ])('hears of other tabs that %s has the session: %s', (userId, what) => {
    const tab = openTab();
    tab.is('ann');
    tab.heard(userId);
    expect(done.at(-1)).toBe(what);
  });

  it('holds nobody’s work before the desk has said who is here', () => {
    openTab().heard('bob');
    openTab().heard(null);
    expect(done).toEqual([]);
  });
});
