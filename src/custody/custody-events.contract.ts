import { z } from 'zod';

import { PART_ERROR_CODES } from '../shared/errors.js';

/**
 * What each action of the custody log records. Bodies are public to whoever may read the case and stay for ever, so they
 * hold ids, hashes, sizes and codes; what may name a person (links, claims, addresses) goes into the private payload.
 */
const Id = z.uuid();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Sha512 = z.string().regex(/^[0-9a-f]{128}$/);
const SizeBytes = z.int().nonnegative();
const Count = z.int().nonnegative();
const Time = z.iso.datetime({ precision: 3 });
// PostgreSQL's jsonb knows neither U+0000 nor half a surrogate pair, and an event that it refuses stops its transaction.
const textOf = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine(
      (text) => !text.includes('\0') && text.isWellFormed(),
      'has a character that the log cannot hold',
    );
const Text = textOf(4096);
const Code = z.string().regex(/^[a-z0-9_.:-]{1,64}$/);
/** Reliability of a source, A to F. */
const Admiralty = z.string().regex(/^[A-F]$/);
const ErrorCode = z.enum(PART_ERROR_CODES);

/** A run of a tool, as media/tool.ts records it: host paths are already replaced by `/in` and `/out`. */
const ToolRun = z.strictObject({
  tool: Code,
  version: Text,
  binarySha256: Sha256.optional(),
  // Filter graphs are long.
  args: z.array(textOf(65_536)).max(1000).optional(),
  sandboxTier: z.int().min(0).max(3).optional(),
  network: Code.optional(),
  startedAt: Time.optional(),
  durationMs: z.number().nonnegative().optional(),
  exitCode: z.int().nullable().optional(),
});

/** A preserved derivative; `parent` is the SHA-256 of what it was made from, `tool` an index into the event's `tools`. */
const Derivative = z.strictObject({
  kind: Code,
  sha256: Sha256,
  sizeBytes: SizeBytes,
  key: Text.optional(),
  parent: Sha256.nullable(),
  tool: z.int().nonnegative().nullable().optional(),
});

const Part = z.strictObject({
  part: Code,
  run: Count.optional(),
  attempt: Count.optional(),
  workerId: Id.optional(),
});
const ErrorOf = z.strictObject({ code: ErrorCode, retryable: z.boolean().optional() });

const Submitted = z.strictObject({
  submissionId: Id,
  via: z.enum(['link', 'batch', 'upload']),
  platform: Text.nullable().optional(),
  claimIds: z.array(Id).max(1000).optional(),
  uploadSha256: Sha256.optional(),
});

const Viewed = z.strictObject({
  sha256: Sha256,
  artefactId: Id.optional(),
  kind: Code.optional(),
  veiled: z.boolean().optional(),
  /** As asked for, in the form of RFC 9110 §14.1.2. */
  range: Text.optional(),
});

const Fixity = z.strictObject({
  runId: Id.optional(),
  events: Count,
  objects: Count,
  bytes: SizeBytes,
  codes: z.record(z.string().regex(/^V\d{3}$/), Count).optional(),
});

/** Names of the changed fields; their values before and after are private. */
const Changed = z.strictObject({ fields: z.array(Text).min(1).max(50) });

const Reference = z.strictObject({ kind: Code, id: Id });

/** Where something was marked; what was drawn and written is private. */
const Annotated = z.strictObject({
  annotationId: Id,
  version: Count,
  ptsMs: z.int().nullable().optional(),
  startMs: Count.nullable().optional(),
  endMs: Count.nullable().optional(),
  subjectId: Id.nullable().optional(),
});

export const CUSTODY_BODIES = {
  'case.created': z.strictObject({
    caseId: Id,
    sensitivity: Code.optional(),
    inbox: z.boolean().optional(),
    blindReview: z.boolean().optional(),
  }),
  /** Names of the changed fields; before and after are private. */
  'case.updated': z.strictObject({ caseId: Id, fields: z.array(Text).max(50) }),
  'clip.submitted': Submitted,
  'clip.duplicate_submitted': Submitted,
  'clip.cancelled': z.strictObject({ parts: z.array(Code).optional() }),
  'clip.retried': z.strictObject({ parts: z.array(Code), run: Count.optional() }),
  /** Bytes were received. `capture` is the sealed acquisition record. */
  'evidence.acquired': z.strictObject({
    sha256: Sha256,
    sha512: Sha512,
    sizeBytes: SizeBytes,
    fetcher: Code,
    startedAt: Time,
    finishedAt: Time,
    capture: z.strictObject({ sha256: Sha256, sizeBytes: SizeBytes }).optional(),
    tools: z.array(ToolRun).optional(),
  }),
  /** The bytes are preserved as the clip's original. */
  'evidence.sealed': z.strictObject({
    sha256: Sha256,
    sha512: Sha512,
    sizeBytes: SizeBytes,
    alreadyStored: z.boolean(),
    mediaType: Text.nullable().optional(),
  }),
  /** What was received is no media: kept as received, never as an original. */
  'evidence.refused': z.strictObject({
    code: ErrorCode,
    sha256: Sha256.optional(),
    sizeBytes: SizeBytes.optional(),
    fetcher: Code.optional(),
    capture: z.strictObject({ sha256: Sha256, sizeBytes: SizeBytes }).optional(),
  }),
  'part.completed': Part.extend({
    outcome: Code.optional(),
    stageVersion: Count.optional(),
    durationMs: z.number().nonnegative().optional(),
    warnings: Count.optional(),
  }),
  'part.failed': Part.extend({ error: ErrorOf }),
  'part.retried': Part.extend({ error: ErrorOf.optional() }),
  'part.interrupted': Part.extend({ reason: Code.optional() }),
  /** A worker that was thought dead came back with a result, and it was not taken. */
  late_result_rejected: Part,
  'derivative.sealed': z.strictObject({
    part: Code,
    stageVersion: Count.optional(),
    objects: z.array(Derivative).min(1).max(10_000),
    tools: z.array(ToolRun).max(1000).optional(),
  }),
  'original.viewed': Viewed,
  'original.downloaded': Viewed,
  'artefact.viewed': Viewed,
  'token.created': z.strictObject({
    tokenId: Id,
    userId: Id.optional(),
    scope: Code,
    expiresAt: Time.nullable().optional(),
  }),
  'token.revoked': z.strictObject({ tokenId: Id }),
  'user.created': z.strictObject({ userId: Id, admin: z.boolean() }),
  'user.updated': Changed.extend({ userId: Id }),
  'session.started': z.strictObject({
    sessionId: Id,
    userId: Id,
    method: z.enum(['password', 'oidc', 'setup']),
  }),
  'session.ended': z.strictObject({ sessionId: Id, userId: Id }),
  'password.changed': z.strictObject({ userId: Id }),
  'second_factor.changed': z.strictObject({ userId: Id, enabled: z.boolean() }),
  'setup_link.created': z.strictObject({ linkId: Id, userId: Id }),
  'setup_link.used': z.strictObject({ linkId: Id, userId: Id }),
  'identity.linked': z.strictObject({ userId: Id }),
  'member.added': z.strictObject({ caseId: Id, userId: Id, role: Code, before: Code.nullable().optional() }),
  'member.removed': z.strictObject({ caseId: Id, userId: Id, role: Code }),
  /** Statement and value are private. */
  'claim.added': z.strictObject({ claimId: Id, type: Code }),
  'claim.source_linked': z.strictObject({ claimId: Id, sourceId: Id.nullable() }),
  'claim.attention_raised': z.strictObject({ claimId: Id, by: Reference }),
  /** By a rule or by a person: its words are private, its stance and what it rests on are not. */
  'finding.made': z.strictObject({
    findingId: Id,
    claimId: Id.nullable(),
    check: Code,
    stance: Code,
    rule: Code.nullable().optional(),
    ruleVersion: Text.nullable().optional(),
    evidence: Count,
  }),
  'finding.withdrawn': z.strictObject({ findingId: Id }),
  /** A file that a reviewer added as evidence: a map, a satellite crop. */
  'evidence_file.added': z.strictObject({
    artefactId: Id,
    sha256: Sha256,
    sha512: Sha512,
    sizeBytes: SizeBytes,
    mediaType: Text,
  }),
  /** Another clip shares bytes, pictures or sound. How and with which one lies with the match: it may be nobody's here to know. */
  'match.found': z.strictObject({ matches: z.array(Id).min(1).max(1000) }),
  /** Suggestions that a later search did not bear out. */
  'match.dropped': z.strictObject({ matches: z.array(Id).min(1).max(1000) }),
  /** The reason is private. */
  'match.decided': z.strictObject({ matchId: Id, from: Code, to: Code }),
  /** Rules looked again and no longer say so. */
  'finding.superseded': z.strictObject({ findingId: Id, by: Id.nullable() }),
  'gazetteer.imported': z.strictObject({ importId: Id, places: Count, sha256: Sha256 }),
  'subject.created': z.strictObject({ subjectId: Id, kind: Code }),
  'subject.updated': Changed.extend({ subjectId: Id }),
  'annotation.made': Annotated,
  'annotation.changed': Annotated,
  'annotation.withdrawn': Annotated,
  /** Verdict and reasons are private, because a blind case keeps them from whoever has not judged yet. */
  'assessment.made': z.strictObject({ assessmentId: Id, claimId: Id, supersedes: Id.nullable() }),
  'ruling.made': z.strictObject({ rulingId: Id, claimId: Id }),
  'verdict.changed': z.strictObject({ claimId: Id, from: Code, to: Code }),
  'clip.updated': Changed,
  'clip.assigned': z.strictObject({ assigneeId: Id.nullable(), before: Id.nullable() }),
  /** The reason is private. */
  'work.changed': z.strictObject({ from: Code, to: Code }),
  'comment.made': z.strictObject({ commentId: Id, claimId: Id.nullable(), mentions: z.array(Id).max(100) }),
  'comment.withdrawn': z.strictObject({ commentId: Id }),
  'sensitive_range.added': z.strictObject({ rangeId: Id, startMs: Count, endMs: Count, sensitivity: Code }),
  'sensitive_range.removed': z.strictObject({ rangeId: Id }),
  'source.created': z.strictObject({ sourceId: Id, kind: Code }),
  'source.updated': Changed.extend({ sourceId: Id }),
  'source.graded': z.strictObject({ sourceId: Id, grade: Admiralty, before: Admiralty }),
  'account.linked': z.strictObject({ accountId: Id, sourceId: Id.nullable() }),
  'webhook.created': z.strictObject({ webhookId: Id }),
  'webhook.removed': z.strictObject({ webhookId: Id }),
  'fixity.ok': Fixity,
  'fixity.failed': Fixity,
  'checkpoint.signed': z.strictObject({ size: SizeBytes, root: Sha256, noteSha256: Sha256 }),
  'key.created': z.strictObject({
    purpose: z.enum(['checkpoint', 'private']),
    keyId: Text,
    publicKey: Text.optional(),
  }),
} as const;

export const CUSTODY_ACTIONS = Object.keys(CUSTODY_BODIES) as CustodyAction[];

export type CustodyAction = keyof typeof CUSTODY_BODIES;
export type CustodyBody<A extends CustodyAction> = z.input<(typeof CUSTODY_BODIES)[A]>;
export type CustodyDerivative = z.infer<typeof Derivative>;
export type CustodyToolRun = z.infer<typeof ToolRun>;

/** `user:<id>`, `token:<id>`, `worker:<id>`, `system`, or `protected` where the private payload alone names the person. */
export const CustodyActor = z.string().regex(/^(?:(?:user|token|worker):[0-9a-f-]{36}|system|protected)$/);
/** A case's id, or `system` for events of no case. */
export const CustodyChain = z.union([Id, z.literal('system')]);
export const CustodyClipId = Id;

/** An event as the API shows it: nothing private, with its place in the log and in the chain of its case. */
export const CustodyEventView = z
  .object({
    seq: z.int().positive(),
    id: z.uuid(),
    at: z.iso.datetime(),
    chain: z.string(),
    chainSeq: z.int().positive(),
    clipId: z.uuid().nullable(),
    action: z.string(),
    actor: z.string(),
    body: z.record(z.string(), z.unknown()),
    privateCommit: Sha256.nullable(),
    prev: Sha256.nullable(),
    leaf: Sha256,
  })
  .meta({ id: 'CustodyEvent' });
export const CustodyEventPage = z
  .object({ items: z.array(CustodyEventView), nextCursor: z.string().nullable() })
  .meta({ id: 'CustodyEventPage' });
