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
  claimedBy: string | null;
  language: string | null;
}): readonly [string, string] {
  return [`claim/${claim.id}`, wordDigest(claimText(claim))];
}

/** Absent keys stay out: claims of before they existed must keep their digest. */
export function claimText(claim: {
  type: string;
  statement: string;
  value: object;
  claimedBy: string | null;
  language: string | null;
}): JsonObject {
  const { type, statement, value, claimedBy, language } = claim;
  return {
    type,
    statement,
    value: value as JsonObject,
    ...(claimedBy === null ? {} : { claimedBy }),
    ...(language === null ? {} : { language }),
  };
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
