import { describe, expect, it } from '@jest/globals';
import { credentialsOf, manifestStoreSchema } from './content-credentials-store.js';

const UNTRUSTED = { code: 'signingCredential.untrusted', explanation: 'signing certificate untrusted' };
const MISMATCH = { code: 'assertion.bmffHash.mismatch', explanation: 'hash does not match' };

const store = (state: string, failure: readonly object[]) =>
  manifestStoreSchema.parse({
    active_manifest: 'urn:c2pa:1',
    manifests: {
      'urn:c2pa:1': {
        claim_generator_info: [{ name: 'Example\u001b[2J App', version: '1.0' }],
        signature_info: { issuer: 'Example Newsroom', time: '2026-01-02T03:04:05+00:00' },
        assertions: [
          {
            label: 'c2pa.actions.v2',
            data: { actions: [{ digitalSourceType: 'http://example.org/captured' }] },
          },
          { label: 'c2pa.actions', data: 'nonsense' },
        ],
      },
    },
    validation_state: state,
    validation_results: { activeManifest: { failure } },
  });

describe('credentialsOf', () => {
  it('tells an unknown signer from broken hashes', () => {
    expect(credentialsOf(store('Valid', [UNTRUSTED]))).toMatchObject({
      state: 'valid',
      isSignerTrusted: false,
    });
    expect(credentialsOf(store('Trusted', []))).toMatchObject({ state: 'valid', isSignerTrusted: true });
    expect(credentialsOf(store('Invalid', [UNTRUSTED, MISMATCH]))).toMatchObject({
      state: 'invalid',
      reason: expect.stringContaining('bmffHash.mismatch') as unknown,
    });
  });

  it('never calls a state valid that it does not know', () => {
    expect(credentialsOf(store('Perhaps', [])).state).toBe('invalid');
  });

  it('reads signer, time, generator and source types as plain text', () => {
    expect(credentialsOf(store('Valid', []))).toMatchObject({
      claimGenerator: 'Example [2J App 1.0',
      issuer: 'Example Newsroom',
      signedAt: '2026-01-02T03:04:05+00:00',
      digitalSourceTypes: ['http://example.org/captured'],
    });
  });
});
