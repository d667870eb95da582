import { describe, expect, it } from '@jest/globals';
import { emptyDraft, requestOf, type Annotation, type AnnotationRequest } from './draft';
import { History, type Acts } from './history';

const place = { on: 'frame', id: 'f' } as const;

/** The desk's side, in memory. */
class Desk implements Acts {
  readonly shown = new Map<string, { request: AnnotationRequest; version: number }>();
  #next = 0;

  make(_place: unknown, request: AnnotationRequest): Promise<Annotation> {
    const id = `a${(this.#next += 1)}`;
    this.shown.set(id, { request, version: 1 });
    return Promise.resolve(annotation(id, 1));
  }
  replace(id: string, version: number, request: AnnotationRequest): Promise<Annotation> {
    this.#require(id, version);
    this.shown.set(id, { request, version: version + 1 });
    return Promise.resolve(annotation(id, version + 1));
  }
  withdraw(id: string, version: number): Promise<void> {
    this.#require(id, version);
    this.shown.delete(id);
    return Promise.resolve();
  }
  #require(id: string, version: number): void {
    const found = this.shown.get(id)?.version;
    if (found !== version)
      throw Object.assign(new Error('changed'), { status: found === undefined ? 409 : 412 });
  }
  get labels(): string[] {
    return [...this.shown.values()].map(({ request }) => request.body?.[0]?.value ?? '');
  }
}

const annotation = (id: string, version: number) => ({ id, version }) as Annotation;
const says = (label: string) =>
  requestOf(
    { ...emptyDraft('whole', { frameId: 'f', ptsMs: 0 }), label },
    '/api/v1/frames/f/image',
    undefined,
  );

describe('undoing', () => {
  it('goes back through a change, a deletion and the making, and forward again', async () => {
    const [desk, history] = [new Desk(), new History()];
    const { id } = await history.make(desk, place, says('one'));
    await history.replace(desk, { id, version: 1, place }, says('one'), says('two'));
    await history.withdraw(desk, { id, version: 2, place }, says('two'));
    expect(desk.labels).toEqual([]);
    expect(await history.undo(desk)).toBe('withdrawn');
    expect(desk.labels).toEqual(['two']);
    expect(await history.undo(desk)).toBe('changed');
    expect(desk.labels).toEqual(['one']);
    expect(await history.undo(desk)).toBe('made');
    expect(desk.labels).toEqual([]);
    expect(await history.undo(desk)).toBeUndefined();
    await history.redo(desk);
    await history.redo(desk);
    expect(desk.labels).toEqual(['two']);
    await history.redo(desk);
    expect(desk.labels).toEqual([]);
    expect(history.canRedo).toBe(false);
  });

  it('never overwrites what somebody else wrote meanwhile, and lets what lies below be undone', async () => {
    const [desk, history] = [new Desk(), new History()];
    await history.make(desk, place, says('below'));
    const { id } = await history.make(desk, place, says('mine'));
    await desk.replace(id, 1, says('theirs'));
    await expect(history.undo(desk)).rejects.toThrow('changed');
    expect(desk.labels).toEqual(['below', 'theirs']);
    await history.undo(desk);
    expect(desk.labels).toEqual(['theirs']);
  });

  it('may be tried again when the desk could not be reached', async () => {
    const [desk, history] = [new Desk(), new History()];
    await history.make(desk, place, says('mine'));
    const away: Acts = {
      make: () => Promise.reject(new Error('not asked')),
      replace: () => Promise.reject(new Error('not asked')),
      withdraw: () => Promise.reject(Object.assign(new Error('offline'), { status: 0 })),
    };
    await expect(history.undo(away)).rejects.toThrow('offline');
    await history.undo(desk);
    expect(desk.labels).toEqual([]);
  });

  it('forgets what was undone when something new is done', async () => {
    const [desk, history] = [new Desk(), new History()];
    await history.make(desk, place, says('one'));
    await history.undo(desk);
    await history.make(desk, place, says('two'));
    expect(history.canRedo).toBe(false);
  });
});
