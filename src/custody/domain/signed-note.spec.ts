import { createPrivateKey, generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { leafHash } from './merkle-hash.js';
import { openNote, parseVerifier, signNote, verifierText } from './signed-note.js';

/** Published example of the note format's reference implementation (Go `sumdb/note`): a throw-away key and its note. */
const REFERENCE = {
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  seed: Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature: 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
};
const referenceSigner = {
  name: 'PeterNeumann',
  privateKey: createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), REFERENCE.seed]),
    format: 'der',
    type: 'pkcs8',
  }),
};

const signer = { name: 'sightline/test', privateKey: generateKeyPairSync('ed25519').privateKey };
const verifier = parseVerifier(verifierText(signer));
const checkpoint = { origin: signer.name, size: 42, root: leafHash('x') };

describe('a signed note', () => {
  it('is the reference implementation’s, byte for byte', () => {
    expect(verifierText(referenceSigner)).toBe(REFERENCE.verifier);
    const note = signNote(REFERENCE.text, referenceSigner);
    expect(note).toBe(`${REFERENCE.text}\n— PeterNeumann ${REFERENCE.signature}\n`);
    expect(openNote(note, [parseVerifier(REFERENCE.verifier)])).toBe(REFERENCE.text);
  });

  it('opens with one known signature among unknown ones', () => {
    const other = { name: 'witness', privateKey: generateKeyPairSync('ed25519').privateKey };
    const cosigned = signNote('a\n', signer) + (signNote('a\n', other).split('\n\n')[1] ?? '');
    expect(openNote(cosigned, [verifier])).toBe('a\n');
    expect(openNote(cosigned, [parseVerifier(verifierText(other))])).toBe('a\n');
  });

  it('does not open for a stranger, nor for another key of the same name', () => {
    const namesake = { name: signer.name, privateKey: generateKeyPairSync('ed25519').privateKey };
    expect(() => openNote(signNote('a\n', signer), [])).toThrow('no known key');
    expect(() => openNote(signNote('a\n', signer), [parseVerifier(verifierText(namesake))])).toThrow(
      'no known key',
    );
  });

  it('does not open when any byte of it is changed', () => {
    const note = Buffer.from(signCheckpoint(checkpoint, signer), 'utf8');
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(note);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(() => openCheckpoint(changed.toString('utf8'), [verifier])).toThrow(/./);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never made of unfinished or empty lines, or under a name with spaces', () => {
    expect(() => signNote('a', signer)).toThrow('whole');
    expect(() => signNote('a\n\nb\n', signer)).toThrow('whole');
    expect(() => signNote('a\n', { ...signer, name: 'two words' })).toThrow('spaces');
  });

  it.each(['', 'x', 'x+00000000+AAAA', verifierText(signer).replace(/\+[0-9a-f]{8}\+/, '+00000000+')])(
    'does not take %p for a verifier key',
    (text) => {
      expect(() => parseVerifier(text)).toThrow('verifier key');
    },
  );
});

describe('a checkpoint', () => {
  it('reads back as what was signed', () => {
    expect(openCheckpoint(signCheckpoint(checkpoint, signer), [verifier])).toEqual(checkpoint);
  });

  it('is not signed for another log', () => {
    expect(() => signCheckpoint({ ...checkpoint, origin: 'elsewhere' }, signer)).toThrow('origin');
  });

  it.each([
    '',
    'o\n',
    'o\n-1\nAA==\n',
    'o\n01\nAA==\n',
    'o\n1\nAA==\n',
    `\n1\n${leafHash('x').toString('base64')}\n`,
  ])('is not read from %p', (text) => {
    expect(() => parseCheckpoint(text)).toThrow(/not a/);
  });
});
