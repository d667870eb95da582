import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Coalesce } from './coalesce.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what comes often', () => {
  it('is passed on at once, and then as one at the end of each second', () => {
    const told: string[][] = [];
    const coalesce = new Coalesce<string>((all) => told.push([...all]), 1_000);
    coalesce.note('a', 'a');
    jest.advanceTimersByTime(25);
    expect(told).toEqual([['a']]);
    for (let round = 0; round < 50; round += 1) coalesce.note('a', 'a');
    jest.advanceTimersByTime(500);
    expect(told).toHaveLength(1);
    jest.advanceTimersByTime(600);
    expect(told).toEqual([['a'], ['a']]);
    jest.advanceTimersByTime(5_000);
    expect(told).toHaveLength(2);
  });

  it('goes out together with what came at the same time', () => {
    const told: string[][] = [];
    const coalesce = new Coalesce<string>((all) => told.push([...all]), 1_000);
    coalesce.note('a', 'a');
    coalesce.note('b', 'b');
    jest.advanceTimersByTime(25);
    expect(told).toEqual([['a', 'b']]);
  });

  it('does not wait for another that is held back', () => {
    const told: string[][] = [];
    const coalesce = new Coalesce<string>((all) => told.push([...all]), 1_000);
    coalesce.note('a', 'a');
    jest.advanceTimersByTime(25);
    coalesce.note('a', 'a');
    coalesce.note('b', 'b');
    jest.advanceTimersByTime(50);
    expect(told).toEqual([['a'], ['b']]);
    jest.advanceTimersByTime(1_000);
    expect(told).toEqual([['a'], ['b'], ['a']]);
  });

  it('is forgotten when it is closed', () => {
    const told: string[][] = [];
    const coalesce = new Coalesce<string>((all) => told.push([...all]), 1_000);
    coalesce.note('a', 'a');
    coalesce.close();
    jest.advanceTimersByTime(5_000);
    expect(told).toEqual([]);
  });
});
