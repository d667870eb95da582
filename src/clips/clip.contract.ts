import { z } from 'zod';
import { Sensitivity } from '../cases/index.js';
import {
  ClaimTypeSchema,
  ClaimVerdictSchema,
  ClipStatus,
  ProcessingStateSchema,
  Verification,
  WorkState,
} from './status.contract.js';
import { PRIORITIES } from './domain/priority.js';
import { PART_ERROR_CODES } from '../shared/errors.js';

export const PrioritySchema = z.enum(PRIORITIES).meta({ id: 'Priority' });

export const PostTime = z
  .object({
    at: z.iso.datetime(),
    precision: z.enum(['millisecond', 'second']),
    method: z.string(),
    caveat: z.string(),
  })
  .meta({ id: 'PostTime', description: 'Decoded offline from the id in the link.' });

/** What every view of a clip begins with. */
export const ClipSummary = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  canonicalUrl: z.string().nullable(),
  platform: z.string().nullable(),
  postId: z.string().nullable(),
  accountHandle: z.string().nullable(),
  title: z.string().nullable(),
  sensitivity: Sensitivity,
  advanceWarning: z.string().nullable().meta({ description: 'To be shown before anything of the clip is.' }),
  tags: z.array(z.string()),
  priority: PrioritySchema,
  assigneeId: z.uuid().nullable().meta({ description: 'Always null for submitters.' }),
  assignedAt: z.iso.datetime().nullable(),
  stale: z
    .boolean()
    .meta({ description: 'Assigned for more than three days without an act of the assignee on the clip.' }),
  processing: ProcessingStateSchema,
  failure: z
    .enum(PART_ERROR_CODES)
    .nullable()
    .meta({ description: 'With what it failed, in whole or in part.' }),
  progress: z.number(),
  work: WorkState,
  verification: Verification,
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ClipSummary = z.infer<typeof ClipSummary>;

/** A row of the list: with what its claims have come to, as the status object says it. */
export const ClipListItem = ClipSummary.extend({
  claims: ClipStatus.shape.claims,
  hasMatches: z.boolean().nullable().meta({
    description: 'As the filter of that name; null for submitters.',
  }),
}).meta({ id: 'ClipSummary' });
export type ClipListItem = z.infer<typeof ClipListItem>;

/** What a `dashboard` token sees of a clip in lists: states, no media, no people, no words. */
export const ClipCounts = ClipSummary.pick({
  id: true,
  caseId: true,
  processing: true,
  progress: true,
  work: true,
  verification: true,
  version: true,
  createdAt: true,
  updatedAt: true,
}).meta({ id: 'ClipCounts' });

export const ClipPage = z
  .object({ items: z.array(z.union([ClipListItem, ClipCounts])), nextCursor: z.uuid().nullable() })
  .meta({ id: 'ClipPage' });

export const Artefact = z
  .object({
    id: z.uuid(),
    part: z.string(),
    kind: z.string(),
    sha256: z.string(),
    sizeBytes: z.number().int(),
    mediaType: z.string(),
    parentSha256: z.string().nullable(),
    fileName: z.string().nullable().meta({ description: 'Of an evidence file, as it was handed in.' }),
    addedBy: z.uuid().nullable().meta({ description: 'null for what the desk itself made.' }),
    url: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Artefact' });

export const Claim = z
  .object({
    id: z.uuid(),
    type: ClaimTypeSchema,
    statement: z.string(),
    value: z.record(z.string(), z.unknown()),
    verdict: ClaimVerdictSchema,
    credibility: z
      .int()
      .min(1)
      .max(6)
      .nullable()
      .meta({ description: 'Admiralty code, 1 to 6; null while the claim is not concluded.' }),
    needsAttention: z.boolean(),
    claimedBy: z.string().nullable(),
    language: z.string().nullable(),
    submissionId: z.uuid().nullable().meta({ description: 'null for a claim added by a reviewer.' }),
    addedBy: z.uuid().nullable().meta({ description: 'null for a claim that came with a submission.' }),
    sourceId: z.uuid().nullable().meta({ description: 'The source that the claim points at.' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Claim' });
export type Claim = z.infer<typeof Claim>;

export const ClaimList = z.object({ items: z.array(Claim), nextCursor: z.null() }).meta({ id: 'ClaimList' });

export const SubmissionRecord = z
  .object({
    id: z.uuid(),
    via: z.enum(['link', 'batch', 'upload']),
    submittedUrl: z.string().nullable(),
    fileName: z.string().nullable(),
    note: z.string().nullable(),
    postedAt: z.iso.datetime().nullable(),
    submittedBy: z
      .uuid()
      .nullable()
      .meta({ description: 'null when the submitter is protected from this reader.' }),
    submittedAt: z.iso.datetime(),
  })
  .meta({ id: 'SubmissionRecord' });

export const Original = z
  .object({
    sha256: z.string(),
    sha512: z.string(),
    sizeBytes: z.number().int(),
    mediaType: z.string(),
    url: z.string(),
  })
  .meta({ id: 'Original' });

export const Capture = z
  .object({
    id: z.uuid(),
    fetcher: z.string(),
    outcome: z.enum(['sealed', 'refused', 'failed']),
    record: z.record(z.string(), z.unknown()),
    platform: z.record(z.string(), z.unknown()).nullable(),
    at: z.iso.datetime(),
  })
  .meta({
    id: 'Capture',
    description: 'What was fetched, when, from which address, with which headers and tools.',
  });

export const Clip = ClipSummary.omit({ processing: true, failure: true, progress: true })
  .extend({
    urlKind: z.string().nullable(),
    postTime: PostTime.nullable(),
    original: Original.nullable(),
    processing: ClipStatus.shape.processing,
    claims: z.array(Claim),
    submissions: z.array(SubmissionRecord),
    captures: z.array(Capture),
    artefacts: z.array(Artefact),
    counts: z.object({
      frames: z.number().int(),
      claims: z.number().int(),
      submissions: z.number().int(),
      matches: z.number().int().meta({
        description:
          'Clips of any case that share bytes, pictures or sound, rejected ones left out. 0 for submitters.',
      }),
    }),
    duplicateOf: z
      .uuid()
      .optional()
      .meta({ description: 'Set in the answer to a submission of a link already known.' }),
  })
  .meta({ id: 'Clip' });
export type Clip = z.infer<typeof Clip>;

export const Frame = z
  .object({
    id: z.uuid(),
    index: z.number().int(),
    ptsMs: z
      .number()
      .int()
      .meta({ description: 'Display time from the start of the clip, in milliseconds.' }),
    sourcePts: z.number().int(),
    timeBase: z.string(),
    frameNumber: z.number().int(),
    kind: z.enum(['scene', 'interval']),
    width: z.number().int(),
    height: z.number().int(),
    sha256: z.string(),
    imageUrl: z.string(),
    thumbUrl: z.string(),
    fingerprint: z.string().nullable(),
    quality: z.number().nullable(),
  })
  .meta({ id: 'Frame' });
export const FramePage = z.object({ items: z.array(Frame), nextCursor: z.null() }).meta({ id: 'FramePage' });
