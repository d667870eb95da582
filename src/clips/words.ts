import { wordDigest, type JsonObject } from '../custody/index.js';

/**
 * What is held against the log of what people said. The same function makes the digest when a submission is taken in and
 * when the store is verified.
 */
export function claimWords(claim: {
  id: string;
  type: string;
  statement: string;
  value: object;
}): readonly [string, string] {
  const { type, statement, value } = claim;
  return [`claim/${claim.id}`, wordDigest({ type, statement, value: value as JsonObject })];
}

export function submissionWords(submission: {
  id: string;
  clipId: string;
  submittedUrl: string | null;
  fileName: string | null;
  note: string | null;
  postedAt: Date | string | null;
  submittedBy: string;
}): readonly [string, string] {
  const { id, postedAt, ...rest } = submission;
  return [
    `submission/${id}`,
    wordDigest({ ...rest, postedAt: postedAt === null ? null : new Date(postedAt).toISOString() }),
  ];
}
