import { expect, it } from '@jest/globals';
import { nextSteps, type WorkView } from './next-steps';

const free: WorkView = {
  userId: 'me',
  role: 'reviewer',
  assigneeId: null,
  work: 'unassigned',
  claims: [{ id: 'c', verdict: 'contested' }],
};
const names = (view: Partial<WorkView>) =>
  Object.entries(nextSteps({ ...free, ...view }))
    .filter(([, may]) => may === true)
    .map(([name]) => name);

it.each<[string, Partial<WorkView>, string[]]>([
  ['a free clip', {}, ['take', 'needsHelp']],
  ['one’s own', { assigneeId: 'me', work: 'assigned' }, ['handOver', 'putBack', 'needsHelp']],
  ['a colleague’s', { assigneeId: 'ana', work: 'assigned' }, ['needsHelp']],
  [
    'a lead, a colleague’s',
    { role: 'lead', assigneeId: 'ana' },
    ['take', 'handOver', 'putBack', 'needsHelp'],
  ],
  ['waiting for help', { assigneeId: 'me', work: 'needs_help' }, ['handOver', 'putBack', 'goOn']],
  ['concluded', { claims: [{ id: 'c', verdict: 'refuted' }] }, ['take', 'needsHelp', 'close']],
  ['closed', { work: 'closed' }, []],
  ['closed, a lead', { role: 'lead', work: 'closed' }, ['reopen']],
  ['a submitter', { role: 'submitter' }, []],
])('%s', (_name, view, expected) => {
  expect(names(view)).toEqual(expected);
});

it('tells which claims keep it open', () => {
  expect(nextSteps(free).open).toEqual(['c']);
});
