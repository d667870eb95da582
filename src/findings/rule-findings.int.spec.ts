import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.js';
import { openDatabase, type DatabaseHandle } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { FindingRepository } from './finding.repository.js';
import { RuleFindings, type RuleFinding } from './rule-findings.js';

let database: TestDatabase;
let handle: DatabaseHandle;
const userId = newId();
const caseId = newId();
const findings = new FindingRepository();
let clip: { id: string; caseId: string; actor: string };
let claimId: string;

beforeAll(async () => {
  database = await cloneDatabase();
  handle = openDatabase(database.appUrl);
  await asOwner("insert into app_user (id, name, admin) values ($1, 'Example Person', false)", [userId]);
  await asOwner("insert into evidence_case (id, title, created_by) values ($1, 'x', $2)", [caseId, userId]);
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});
beforeEach(async () => {
  clip = { id: newId(), caseId, actor: `worker:${newId()}` };
  claimId = newId();
  await asOwner('insert into clip (id, case_id, created_by) values ($1, $2, $3)', [clip.id, caseId, userId]);
  await asOwner(
    "insert into claim (id, clip_id, added_by, type, statement) values ($1, $2, $3, 'time', 'in February')",
    [claimId, clip.id, userId],
  );
});

async function asOwner(statement: string, values: readonly unknown[]): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(statement, [...values]);
  await owner.end();
}

const against = (given: Partial<RuleFinding> = {}): RuleFinding => ({
  rule: 'post-time',
  ruleVersion: '1',
  claimId,
  stance: 'contradicts',
  summary: 'posted before',
  detail: { posted: '2015', list: [1, { deep: true }] },
  foundValue: { latest: '2015-03-01T12:00:00.000Z' },
  evidence: [{ kind: 'url', ref: 'https://example.org/1' }],
  ...given,
});
const replace = (...now: RuleFinding[]) =>
  handle.db.transaction().execute((tx) => new RuleFindings().replace(tx, clip, now));
const kept = () => findings.list(handle.db, { clipId: clip.id, limit: 100 });
const actions = ({ custody }: Awaited<ReturnType<typeof replace>>) => custody.map(({ action }) => action);
const attention = async () => {
  const row = await handle.db
    .selectFrom('claim')
    .select(['needs_attention', 'verdict'])
    .where('id', '=', claimId)
    .executeTakeFirstOrThrow();
  return row;
};
const conclude = (verdict: string) =>
  asOwner('update claim set verdict = $2 where id = $1', [claimId, verdict]);

describe('what rules argue', () => {
  it('is kept once: the same argument keeps its finding, and nothing is logged', async () => {
    const first = await replace(against(), against({ claimId: null, stance: 'neutral', foundValue: null }));
    expect(actions(first)).toEqual(['finding.made', 'finding.made']);
    const again = await replace(against(), against({ claimId: null, stance: 'neutral', foundValue: null }));
    expect(again).toEqual({ findingIds: first.findingIds, custody: [] });
    expect(await kept()).toHaveLength(2);
  });

  it('twice in one run is one finding', async () => {
    const { findingIds } = await replace(against(), against());
    expect(new Set(findingIds).size).toBe(1);
    expect(await kept()).toHaveLength(1);
  });

  it('anew takes the place of the old, which stays readable and names what follows it', async () => {
    const [old = ''] = (await replace(against())).findingIds;
    const changed = await replace(against({ summary: 'posted long before' }));
    expect(actions(changed)).toEqual(['finding.made', 'finding.superseded']);
    expect(changed.custody.at(-1)?.body).toEqual({ findingId: old, by: changed.findingIds[0] });
    expect(await findings.get(handle.db, old)).toMatchObject({
      summary: 'posted before',
      withdrawn_by: null,
      withdrawal_reason: expect.stringContaining('looked again') as unknown as string,
    });
  });

  it('no longer is withdrawn without a successor, and comes back as a new finding', async () => {
    const [old] = (await replace(against())).findingIds;
    expect((await replace()).custody[0]?.body).toEqual({ findingId: old, by: null });
    const [anew] = (await replace(against())).findingIds;
    expect(anew).not.toBe(old);
  });

  it('and a person has withdrawn is not made again while the rule says the same', async () => {
    const [id = ''] = (await replace(against())).findingIds;
    await handle.db.transaction().execute((tx) => findings.withdraw(tx, id, userId, 'the clock was wrong'));
    expect(await replace(against())).toEqual({ findingIds: [id], custody: [] });
    expect(await kept()).toMatchObject([{ withdrawal_reason: 'the clock was wrong' }]);
  });

  it('leaves findings by people alone', async () => {
    const byPerson = { ...against(), id: newId(), clipId: clip.id, check: 'manual', madeBy: userId };
    const { rule: _rule, ...finding } = byPerson;
    await handle.db.transaction().execute((tx) => findings.insert(tx, finding));
    await replace();
    expect(await kept()).toMatchObject([{ made_by: userId, withdrawn_at: null }]);
  });
});

describe('against a conclusion', () => {
  it('calls for attention once, and changes no verdict', async () => {
    await conclude('confirmed');
    expect(actions(await replace(against()))).toEqual(['finding.made', 'claim.attention_raised']);
    expect(await attention()).toEqual({ needs_attention: true, verdict: 'confirmed' });
  });

  it('other words for the same evidence call nobody back; new evidence does', async () => {
    await replace(against());
    await conclude('confirmed');
    await replace(against({ summary: 'in other words' }));
    expect(await attention()).toMatchObject({ needs_attention: false });
    const match = { kind: 'match' as const, ref: newId() };
    await replace(against({ evidence: [...against().evidence, match] }));
    expect(await attention()).toMatchObject({ needs_attention: true });
  });

  it.each([
    ['confirmed', 'supports', false],
    ['confirmed', 'neutral', false],
    ['refuted', 'supports', true],
    ['in_review', 'contradicts', false],
  ] as const)('%s, an argument that is %s calls: %s', async (verdict, stance, calls) => {
    await conclude(verdict);
    await replace(against({ stance }));
    expect(await attention()).toEqual({ needs_attention: calls, verdict });
  });

  it('is seen on a closed clip, too', async () => {
    await conclude('confirmed');
    await asOwner("update clip set work_hold = 'closed' where id = $1", [clip.id]);
    await replace(against());
    expect(await attention()).toMatchObject({ needs_attention: true });
  });
});
