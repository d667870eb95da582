import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../../api/problem';
import { kindOf, mayRedriveAll } from './failure-kinds';
import { redriveAll, type RedriveProgress } from './redrive';

const problem = (status: number, retryAfterS: number | null = null) =>
  new ProblemError(status, `http_${status}`, 'an invented answer', [], retryAfterS);

function drive(answers: Readonly<Record<string, readonly (ProblemError | 'ok')[]>>, stopAfter = Infinity) {
  const pages = [['a', 'b'], ['c', 'd'], []];
  const asked: string[] = [];
  const paused: number[] = [];
  const told: RedriveProgress[] = [];
  const stop = new AbortController();
  const run = redriveAll({
    page: (cursor) => {
      const index = Number(cursor ?? 0);
      return Promise.resolve({ ids: pages[index] ?? [], next: index < 2 ? String(index + 1) : null });
    },
    retry: (id) => {
      const times = asked.filter((one) => one === id).length;
      asked.push(id);
      if (asked.length >= stopAfter) stop.abort();
      const answer = answers[id]?.[times] ?? 'ok';
      return answer === 'ok' ? Promise.resolve() : Promise.reject(answer);
    },
    pause: (seconds) => {
      paused.push(seconds);
      return Promise.resolve();
    },
    onProgress: (progress) => told.push(progress),
    signal: stop.signal,
  });
  return { run, asked, paused, told };
}

describe('driving again what failed', () => {
  it('goes through every page, one after the other, past those that cannot be', async () => {
    const { run, asked, told } = drive({ b: [problem(409)], c: [problem(404)] });
    expect(await run).toEqual({ done: 2, settled: 1, refused: 1, error: null });
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
    expect(told).toHaveLength(4);
  });

  it('waits as long as the desk asks, and goes on with the same clip', async () => {
    const { run, asked, paused } = drive({ a: [problem(429, 7), problem(503)] });
    expect((await run).done).toBe(4);
    expect(paused).toEqual([7, 4]);
    expect(asked).toEqual(['a', 'a', 'a', 'b', 'c', 'd']);
  });

  it('stops where somebody says so', async () => {
    const { run, asked } = drive({}, 2);
    expect((await run).done).toBe(2);
    expect(asked).toEqual(['a', 'b']);
  });

  it('says how far it came when the desk is lost', async () => {
    const { run } = drive({ c: [problem(0)] });
    const ended = await run;
    expect([ended.done, ended.error]).toEqual([2, expect.objectContaining({ status: 0 })]);
  });
});

it('drives nothing again by the dozen whose bytes differ from their hash, or that the source does not give', () => {
  expect(mayRedriveAll('integrity_mismatch')).toBe(false);
  expect(mayRedriveAll('deleted_at_source')).toBe(false);
  expect(mayRedriveAll('not_media')).toBe(false);
  expect(mayRedriveAll('network_error')).toBe(true);
  expect(mayRedriveAll('storage_full')).toBe(true);
  expect(kindOf('internal')).toBe('desk');
});
