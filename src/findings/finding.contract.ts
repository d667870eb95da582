import { z } from 'zod';
import { Calculation } from '../geo/index.js';
import { PageQuery, Uuid } from '../platform/http/validation.js';
import { words } from '../platform/http/words.js';
import { FindingEvidenceEntry, FindingEvidenceList } from './evidence.contract.js';
import { isKeepableJson } from './json-value.js';

const DETAIL_BYTES = 16 * 1024;

export const Stance = z.enum(['supports', 'contradicts', 'neutral']);

const Detail = z
  .union([words({ max: DETAIL_BYTES }), z.record(z.string(), z.unknown())])
  .refine((detail) => isKeepableJson(detail), {
    error: 'nested too deeply, or has a character that cannot be kept (U+0000 or half a surrogate pair)',
    abort: true,
  })
  .refine((detail) => Buffer.byteLength(JSON.stringify(detail)) <= DETAIL_BYTES, {
    error: `larger than ${DETAIL_BYTES} bytes as JSON`,
  })
  .meta({ description: 'Text, or a JSON object of at most 16 kB.' });

export const FindingRequest = z
  .strictObject({
    claimId: Uuid.optional(),
    check: z
      .string()
      .regex(/^[a-z0-9_.:-]{1,64}$/, { error: 'a code of lower-case letters, digits and _.:-' })
      .default('manual'),
    stance: Stance,
    summary: words({ min: 1, max: 2_000 }),
    detail: Detail.optional(),
    foundValue: z.record(z.string(), z.unknown()).optional().meta({
      description:
        'What was found instead of or beside the claimed value, by the type of the claim: a place with uncertaintyM, an interval of time, a source, or short texts.',
    }),
    calculation: Calculation.optional().meta({
      description:
        'Made by the desk, and kept with its input, result and method as `detail.calculation`. The finding may rest on it alone.',
    }),
    evidence: FindingEvidenceList.optional().meta({
      description: 'At least one entry, unless there is a calculation.',
    }),
  })
  .superRefine(({ evidence, calculation, detail }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (calculation === undefined && evidence === undefined)
      fault('evidence', 'give evidence, or a calculation to be made');
    if (calculation === undefined && evidence?.some(({ kind }) => kind === 'calculation') === true)
      fault('evidence', 'there is no calculation that this could name');
    if (calculation !== undefined && typeof detail === 'object' && 'calculation' in detail)
      fault('detail', 'the desk itself writes `calculation` into it');
  })
  .meta({ id: 'FindingRequest' });
export type FindingRequest = z.infer<typeof FindingRequest>;

export const WithdrawalRequest = z
  .strictObject({ reason: words({ min: 1, max: 5_000 }) })
  .meta({ id: 'WithdrawalRequest' });
export type WithdrawalRequest = z.infer<typeof WithdrawalRequest>;

export const FindingQuery = PageQuery.extend({ claim: Uuid.optional() });
export type FindingQuery = z.infer<typeof FindingQuery>;

export const Finding = z
  .object({
    id: z.uuid(),
    clipId: z.uuid(),
    claimId: z.uuid().nullable(),
    check: z.string(),
    stance: Stance,
    summary: z.string(),
    detail: z.union([z.string(), z.record(z.string(), z.unknown())]).nullable(),
    foundValue: z.record(z.string(), z.unknown()).nullable(),
    evidence: z.array(FindingEvidenceEntry),
    rule: z.string().nullable().meta({ description: 'null for a finding by a person.' }),
    ruleVersion: z.string().nullable(),
    madeBy: z.uuid().nullable().meta({ description: 'null for a finding by a rule.' }),
    withdrawn: z.object({ by: z.uuid().nullable(), reason: z.string(), at: z.iso.datetime() }).nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

export const EvidenceFile = z
  .object({
    id: z.uuid(),
    sha256: z.string(),
    sizeBytes: z.number().int(),
    mediaType: z.string(),
    fileName: z.string().nullable(),
    url: z.string(),
  })
  .meta({ id: 'EvidenceFile' });
export type EvidenceFile = z.infer<typeof EvidenceFile>;

export const FindingPage = z
  .object({ items: z.array(Finding), nextCursor: z.uuid().nullable() })
  .meta({ id: 'FindingPage' });
