import { describe, expect, it } from '@jest/globals';
import { deviceOf, encodersOf } from './device-of.js';
import { notesOf } from './notes-of.js';

const NOTHING = {
  gps: null,
  times: [],
  device: null,
  encoder: [],
  tags: {},
  contentCredentials: { state: 'absent' as const },
};
const said = (facts: Partial<Parameters<typeof notesOf>[0]>): string =>
  notesOf({ ...NOTHING, ...facts }).join('\n');

describe('notesOf', () => {
  it('never lets an absence read as evidence', () => {
    expect(said({})).toMatch(/No position .* proves nothing/);
    expect(said({})).toMatch(/No time .* proves nothing/);
    expect(said({})).toContain('can be written by anyone');
  });

  it('warns of 0, 0', () => {
    const gps = { lat: 0, lon: 0, altitudeM: null, accuracyM: null, sourceTag: 'Keys:GPSCoordinates' };
    expect(said({ gps })).toContain('unset value');
  });

  it('tells valid credentials of an unknown signer from proof', () => {
    expect(said({ contentCredentials: { state: 'valid', isSignerTrusted: false } })).toContain(
      'no trust list',
    );
    expect(said({ contentCredentials: { state: 'valid', isSignerTrusted: true } })).not.toContain(
      'trust list',
    );
  });

  it('says that a transcoder wrote the file', () => {
    expect(said({ encoder: [{ tag: 'ItemList:Encoder', value: 'Lavf59.27.100' }] })).toContain(
      'written by software',
    );
  });
});

describe('deviceOf and encodersOf', () => {
  it('tell the camera from the program that wrote the file', () => {
    const tags = {
      'Keys:Make': 'Example',
      'Keys:Model': 'Phone\u202e 5',
      'Keys:Software': '17.1',
      'ItemList:Encoder': 'Lavf59.27.100',
      'RIFF:Software': 'MEncoder',
    };
    expect(deviceOf(tags)).toEqual({ make: 'Example', model: 'Phone  5', software: '17.1', lens: null });
    expect(encodersOf(tags).map(({ tag }) => tag)).toEqual(['ItemList:Encoder', 'RIFF:Software']);
    expect(deviceOf({ 'RIFF:Software': 'MEncoder' })).toBeNull();
  });
});
