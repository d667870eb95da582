import { describe, expect, it } from '@jest/globals';
import { plainForm } from './plain-form.js';

const selector = { type: 'FragmentSelector', value: 'xywh=percent:1,2,3,4' };
const target = { source: '/frame', selector };

describe('an annotation in another form of the same', () => {
  it.each([
    [
      'lists of one',
      { type: ['Annotation'], motivation: ['tagging'], target: [{ source: '/frame', selector: [selector] }] },
      { type: 'Annotation', motivation: 'tagging', target },
    ],
    [
      'a body that is only a text',
      { target, bodyValue: 'roof' },
      { target, body: { type: 'TextualBody', value: 'roof' } },
    ],
    ['a target that is only a link', { target: '/frame' }, { target: { source: '/frame' } }],
    ['a link with a fragment', { target: '/frame#xywh=percent:1,2,3,4' }, { target }],
  ])('is read: %s', (_name, written, plain) => {
    expect(plainForm(written)).toEqual(plain);
  });

  it.each([
    [null],
    ['text'],
    [[1]],
    [{ target: [target, target] }],
    [{ target, body: [], bodyValue: 'both' }],
  ])('is left as it is when it is none: %j', (written) => {
    expect(plainForm(written)).toEqual(written);
  });
});
