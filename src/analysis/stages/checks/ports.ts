import type { PartRun } from '../../../clips/worker.js';
import type { CheckFacts, PlaceLookup } from './domain/facts.js';

/** Looks names of places up. Candidates come best first, a handful at most; an unknown name has none. */
export interface PlaceFinder {
  find(
    name: string,
    near: { readonly latDeg: number; readonly lonDeg: number } | null,
  ): Promise<Omit<PlaceLookup, 'name'>>;
}

/** Reads what is written in a clip's pictures, or says in a sentence why nothing was read. */
export interface TextReader {
  read(
    clip: { readonly id: string; readonly originalSha256: string },
    run: PartRun,
  ): Promise<Pick<CheckFacts, 'text' | 'unreadFrames'>>;
}
