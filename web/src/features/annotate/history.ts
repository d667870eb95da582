import type { Annotation, AnnotationRequest } from './draft';

/** Where an annotation is made: on a frame, or on the clip's time. */
export interface Place {
  readonly on: 'frame' | 'clip';
  readonly id: string;
}

/** The API's own acts: each is on record, undoing too. */
export interface Acts {
  make(place: Place, request: AnnotationRequest): Promise<Annotation>;
  replace(id: string, version: number, request: AnnotationRequest): Promise<Annotation>;
  withdraw(id: string, version: number): Promise<void>;
}

export type ActKind = 'made' | 'changed' | 'withdrawn';

interface Done {
  readonly kind: ActKind;
  readonly id: string;
  readonly place: Place;
  readonly before: AnnotationRequest | null;
  readonly after: AnnotationRequest | null;
}

/**
 * What the person did to a clip's annotations on this page, to be undone and done again. A deleted annotation cannot come back
 * by its id: it is made anew, and earlier entries follow it to the new one. Nothing of somebody else's is overwritten: each act
 * names the version that it was made for.
 */
export class History {
  #done: Done[] = [];
  #undone: Done[] = [];
  readonly #versions = new Map<string, number>();
  readonly #successors = new Map<string, string>();
  #isBusy = false;

  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  async make(acts: Acts, place: Place, request: AnnotationRequest): Promise<Annotation> {
    const annotation = await acts.make(place, request);
    this.#versions.set(annotation.id, annotation.version);
    this.#add({ kind: 'made', id: annotation.id, place, before: null, after: request });
    return annotation;
  }

  async replace(
    acts: Acts,
    given: { readonly id: string; readonly version: number; readonly place: Place },
    before: AnnotationRequest,
    after: AnnotationRequest,
  ): Promise<Annotation> {
    const annotation = await acts.replace(given.id, given.version, after);
    this.#versions.set(given.id, annotation.version);
    this.#add({ kind: 'changed', id: given.id, place: given.place, before, after });
    return annotation;
  }

  async withdraw(
    acts: Acts,
    given: { readonly id: string; readonly version: number; readonly place: Place },
    before: AnnotationRequest,
  ): Promise<void> {
    await acts.withdraw(given.id, given.version);
    this.#add({ kind: 'withdrawn', id: given.id, place: given.place, before, after: null });
  }

  /** What was undone; undefined when there was nothing to undo. @throws ProblemError: the entry is dropped on a conflict. */
  async undo(acts: Acts): Promise<ActKind | undefined> {
    return this.#step(this.#done, this.#undone, (done) => this.#bring(acts, done, done.before));
  }

  async redo(acts: Acts): Promise<ActKind | undefined> {
    return this.#step(this.#undone, this.#done, (done) => this.#bring(acts, done, done.after));
  }

  #add(done: Done): void {
    this.#done.push(done);
    this.#undone = [];
  }

  async #step(from: Done[], to: Done[], bring: (done: Done) => Promise<void>): Promise<ActKind | undefined> {
    const done = from.at(-1);
    if (done === undefined || this.#isBusy) return undefined;
    this.#isBusy = true;
    try {
      await bring(done);
      to.push(done);
      from.pop();
      return done.kind;
    } catch (error) {
      // Somebody changed or deleted it meanwhile: it will never be possible, and would block what lies below.
      if (isFinal(error)) from.pop();
      throw error;
    } finally {
      this.#isBusy = false;
    }
  }

  /** Makes the annotation be what is wanted, null for gone. */
  async #bring(acts: Acts, done: Done, wanted: AnnotationRequest | null): Promise<void> {
    const id = this.#present(done.id);
    const version = this.#versions.get(id) ?? 0;
    if (wanted === null) {
      await acts.withdraw(id, version);
    } else if (done.kind === 'changed') {
      this.#versions.set(id, (await acts.replace(id, version, wanted)).version);
    } else {
      const again = await acts.make(done.place, wanted);
      this.#versions.set(again.id, again.version);
      this.#successors.set(id, again.id);
    }
  }

  #present(id: string): string {
    let present = id;
    for (let next = this.#successors.get(id); next !== undefined; next = this.#successors.get(next))
      present = next;
    return present;
  }
}

function isFinal(error: unknown): boolean {
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' && [403, 404, 409, 410, 412].includes(status);
}

const histories = new Map<string, History>();

/** Of this page's life: a reload begins with nothing to undo. */
export function historyOf(clipId: string): History {
  const known = histories.get(clipId) ?? new History();
  histories.set(clipId, known);
  return known;
}
