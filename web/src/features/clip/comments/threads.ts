import type { Schemas } from '@/api/problem';

type Comment = Schemas['Comment'];

export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
}

/**
 * Comments as conversations, the oldest first. An answer to an answer stands in the conversation that both belong to; an
 * answer to what this reader may not see stands by itself.
 */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const firstOf = (comment: Comment): Comment => {
    let first = comment;
    // A ring of answers cannot be written, but would never end here.
    for (let steps = 0; steps < comments.length; steps += 1) {
      const before = first.inReplyTo === null ? undefined : known.get(first.inReplyTo);
      if (before === undefined) return first;
      first = before;
    }
    return first;
  };
  const threads = new Map<string, Comment[]>();
  for (const comment of comments) {
    const first = firstOf(comment);
    const answers = threads.get(first.id) ?? [];
    if (first !== comment) answers.push(comment);
    threads.set(first.id, answers);
  }
  return [...threads].flatMap(([id, answers]) => {
    const first = known.get(id);
    return first === undefined ? [] : [{ first, answers }];
  });
}
