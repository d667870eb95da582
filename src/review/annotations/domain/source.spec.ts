import { describe, expect, it } from '@jest/globals';
import { frameNamedBy, namesSource } from './source.js';

const PATH = '/api/v1/frames/01997000-0000-7000-8000-000000000001/image';
const named = (source: string) => namesSource(source, [PATH], 'desk.example:3000');

describe('the source of a target', () => {
  it('is the path, alone or on the host that was asked', () => {
    expect([PATH, `http://desk.example:3000${PATH}`, `https://desk.example:3000${PATH}`].map(named)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is nothing that a parser of addresses would take for it', () => {
    const lookalikes = [
      `http://other.example${PATH}`,
      `http://desk.example:3000@other.example${PATH}`,
      `//desk.example:3000${PATH}`,
      `http://desk.example:3000/x/..${PATH}`,
      `${PATH}?veil=1`,
      `${PATH}#xywh=0,0,1,1`,
      `javascript:${PATH}`,
      '',
    ];
    expect(lookalikes.map(named)).toEqual(lookalikes.map(() => false));
  });

  it('tells which frame it is of', () => {
    expect(frameNamedBy(PATH)).toBe('01997000-0000-7000-8000-000000000001');
    expect(frameNamedBy('/api/v1/clips/01997000-0000-7000-8000-000000000001/original')).toBeUndefined();
  });
});
