import { expect, it } from '@jest/globals';
import { bindingsOf, effectiveGroups } from './effective-keys.js';

const action = (keys: string, label: string) => ({ keys, label, run: () => {} });
const page = { title: 'Clips', actions: [action('a', 'take it'), action('1', 'claims')] };
const shell = { title: 'Go to', actions: [action('g a', 'account')] };
const form = { title: 'Assessing', actions: [action('1', 'confirmed')] };

it('tries sequences before the single keys that end them, wherever they were registered', () => {
  expect(bindingsOf([page, shell]).map(({ label }) => label)).toEqual(['account', 'take it', 'claims']);
});

it('gives a key to the group that came last, and names it nowhere else', () => {
  expect(bindingsOf([page, form]).map(({ label }) => label)).toEqual(['take it', 'confirmed']);
  expect(effectiveGroups([page, form]).map(({ actions }) => actions.map(({ label }) => label))).toEqual([
    ['take it'],
    ['confirmed'],
  ]);
});

it('leaves out a group of which nothing is left, and puts together what has one title', () => {
  const more = { title: 'Ruling', actions: [action('2', 'refuted')] };
  const ruling = { title: 'Ruling', actions: [action('1', 'confirmed')] };
  const [only, ...rest] = effectiveGroups([form, more, ruling]);
  expect(rest).toEqual([]);
  expect(only).toMatchObject({ title: 'Ruling', actions: [{ keys: '2' }, { keys: '1' }] });
});
