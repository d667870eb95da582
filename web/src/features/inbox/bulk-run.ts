import { answer, api } from '@/api/client';
import { ProblemError, type Schemas } from '@/api/problem';

export type ClipPatch = Schemas['ClipPatch'];
export type Outcome =
  | { readonly clip: Schemas['Clip']; readonly why?: undefined; readonly code?: undefined }
  | { readonly clip?: undefined; readonly why: string; readonly code: string };

/** One change to one clip; a refusal is an answer, not an exception. */
export async function changeClip(id: string, patch: ClipPatch, version?: number): Promise<Outcome> {
  try {
    const clip = await answer(
      api.PATCH('/api/v1/clips/{id}', {
        params: { path: { id } },
        body: patch,
        ...(version === undefined ? {} : { headers: { 'if-match': `"${id}.${version}"` } }),
      }),
    );
    return { clip };
  } catch (error) {
    if (error instanceof ProblemError) return { why: error.message, code: error.code };
    throw error;
  }
}

const AT_ONCE = 4;

/**
 * Does something to each of many, a few at a time, and goes on when one is refused.
 * @param tell hears how many have ended so far.
 */
export async function forEachOf<T, Result>(
  all: readonly T[],
  act: (one: T) => Promise<Result>,
  tell: (ended: number) => void,
): Promise<ReadonlyMap<T, Result>> {
  const results = new Map<T, Result>();
  const rest = [...all];
  const walk = async () => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
      results.set(one, await act(one));
      tell(results.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return results;
}
