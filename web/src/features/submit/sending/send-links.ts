import { answer, api } from '@/api/client';
import type { FieldFault, Schemas } from '@/api/problem';
import { newKey } from '../rows/new-key';
import type { Submission } from '../rows/submission-of';

export type BatchRow = Schemas['BatchResult']['results'][number];

/** Few enough that a bad connection shows progress, and that little is sent again after it broke. */
const AT_ONCE = 25;

export interface LinkToSend {
  readonly key: string;
  readonly submission: Submission;
}

export function chunked<Item>(items: readonly Item[], size = AT_ONCE): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Bodies that were sent without an answer: the same again must not count twice. */
const keysOfBodies = new Map<string, string>();

/**
 * Sends links in order, some at once; `onAnswered` hears of each row as soon as it is known.
 * @throws ProblemError of the first piece that got no answer; later pieces are not sent
 */
export async function sendLinks(
  links: readonly LinkToSend[],
  onAnswered: (rows: readonly { readonly key: string; readonly result: BatchRow }[]) => void,
): Promise<void> {
  for (const piece of chunked(links)) {
    const items = piece.map(({ submission }) => submission);
    const body = JSON.stringify(items);
    const idempotencyKey = keysOfBodies.get(body) ?? newKey();
    keysOfBodies.set(body, idempotencyKey);
    const { results } = await answer(
      api.POST('/api/v1/clips/batch', {
        params: { header: { 'Idempotency-Key': idempotencyKey } },
        body: { items },
      }),
    );
    keysOfBodies.delete(body);
    onAnswered(
      results.flatMap((result) => {
        const link = piece[result.index];
        return link === undefined ? [] : [{ key: link.key, result }];
      }),
    );
  }
}

/** What the desk says against a row, at its fields; without a field it concerns the whole row. */
export function faultsOf(problem: {
  readonly detail: string;
  readonly errors?: readonly FieldFault[];
}): readonly FieldFault[] {
  const { errors = [] } = problem;
  return errors.length > 0 ? errors : [{ path: '', message: problem.detail }];
}
