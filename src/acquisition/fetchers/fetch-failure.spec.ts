import { describe, expect, it } from '@jest/globals';
import { EgressConnectError, EgressRefusedError } from '../../platform/egress/index.js';
import { PartError, TransientError } from '../../shared/errors.js';
import {
  asFetchFailure,
  failure,
  furthest,
  ofNamedMedia,
  passingFailure,
  reachOf,
  REACHES,
  withDetails,
} from './fetch-failure.js';
import { retryAfterDetails, statusFailure } from './http-status.js';

const NOW = new Date('2026-11-22T12:00:00Z');

describe('the failure that is told', () => {
  it('is that of the fetcher that got furthest', () => {
    const errors = REACHES.map((reach) => failure('not_found', reach, reach));
    for (let count = 1; count <= errors.length; count += 1) {
      expect(furthest(errors.slice(0, count).toReversed())).toBe(errors[count - 1]);
    }
  });

  it('is the earliest among equals, and a transient one stays transient', () => {
    const page = passingFailure('rate_limited', 'a', 'answer');
    const platform = failure('unsupported_url', 'b', 'answer');
    expect(furthest([page, platform])).toBe(page);
    expect(withDetails(page, { attempts: [] })).toBeInstanceOf(TransientError);
    expect(withDetails(platform, { attempts: [] })).not.toBeInstanceOf(TransientError);
    expect(furthest([])).toBeUndefined();
  });

  it('of a named video reached at least the naming', () => {
    expect(reachOf(ofNamedMedia(failure('not_found', 'a', 'answer')))).toBe('media_named');
    expect(reachOf(ofNamedMedia(failure('too_large', 'a', 'media_bytes')))).toBe('media_bytes');
  });

  it('of the guard reached an address, of anything else nothing', () => {
    expect(reachOf(new EgressRefusedError('address', 'x'))).toBe('address');
    expect(reachOf(new PartError('internal', 'x'))).toBe('nothing');
  });
});

describe('failures of the network', () => {
  it.each(['dns', 'connect', 'timeout'] as const)('%s may pass', (reason) => {
    const found = asFetchFailure(new EgressConnectError('a.example', 80, reason), 'answer');
    expect(found).toBeInstanceOf(TransientError);
    expect(found).toMatchObject({ code: 'network_error', details: { reached: 'address', reason } });
  });

  it('a bad certificate does not pass', () => {
    const found = asFetchFailure(new EgressConnectError('a.example', 443, 'tls'), 'answer');
    expect(found).not.toBeInstanceOf(TransientError);
    expect(found).toMatchObject({ code: 'network_error' });
  });

  it.each(['UND_ERR_SOCKET', 'ECONNRESET', 'HPE_INVALID_CONSTANT', 'Z_DATA_ERROR', 'EPIPE'])(
    '%s may pass',
    (code) => {
      expect(asFetchFailure(Object.assign(new Error('x'), { code }), 'media_bytes')).toMatchObject({
        code: 'network_error',
        publicMessage: 'The download broke off: the clip is incomplete.',
      });
    },
  );

  it('other errors are left as they are', () => {
    const bug = new TypeError('x');
    expect(asFetchFailure(bug, 'answer')).toBe(bug);
    const typed = new PartError('storage_full', 'x');
    expect(asFetchFailure(typed, 'answer')).toBe(typed);
  });
});

describe('an HTTP status', () => {
  it.each([
    [404, 'not_found', false],
    [410, 'deleted_at_source', false],
    [401, 'login_required', false],
    [403, 'login_required', false],
    [451, 'geo_blocked', false],
    [429, 'rate_limited', true],
    [408, 'network_error', true],
    [500, 'network_error', true],
    [503, 'network_error', true],
    [304, 'network_error', false],
    [400, 'network_error', false],
    [418, 'network_error', false],
  ])('%i is %s, transient: %s', (status, code, transient) => {
    const found = statusFailure(status, null, NOW);
    expect(found).toMatchObject({ code, details: { status, reached: 'answer' } });
    expect(found instanceof TransientError).toBe(transient);
  });

  it('of 2xx is no failure', () => expect(statusFailure(200, null, NOW)).toBeUndefined());

  it.each([
    ['120', { retryAfterMs: 120_000 }],
    ['Sun, 22 Nov 2026 12:00:30 GMT', { retryAfterMs: 30_000 }],
    ['Sun, 22 Nov 2026 11:00:00 GMT', { retryAfterMs: 0 }],
    ['soon', {}],
    [null, {}],
  ])('with Retry-After %j says %j', (value, details) =>
    expect(retryAfterDetails(value, NOW)).toEqual(details),
  );
});
