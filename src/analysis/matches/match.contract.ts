import { z } from 'zod';
import { words } from '../../platform/http/words.js';
import { MATCH_KINDS, MATCH_STATES } from './match.repository.js';

export const MatchKindSchema = z.enum(MATCH_KINDS).meta({
  id: 'MatchKind',
  description: 'Same bytes; same pictures; or the same sound under other pictures.',
});
export const MatchStateSchema = z.enum(MATCH_STATES).meta({ id: 'MatchState' });

const Milliseconds = z.number().int().nonnegative();

export const MatchSegment = z
  .object({
    startMs: Milliseconds,
    endMs: Milliseconds,
    otherStartMs: Milliseconds,
    otherEndMs: Milliseconds,
    mirrored: z.boolean(),
    speed: z.number().meta({ description: 'Milliseconds of the other clip that pass in one of this.' }),
    score: z.number(),
  })
  .meta({
    id: 'MatchSegment',
    description: 'This stretch here shows what that stretch of the other clip shows.',
  });

export const SeenMatch = z
  .object({
    id: z.uuid(),
    ofClipId: z.uuid().meta({ description: 'The clip from whose side the match is told.' }),
    clipId: z.uuid().meta({ description: 'The other clip.' }),
    kind: MatchKindSchema,
    mirrored: z.boolean(),
    speed: z.number(),
    score: z.number().meta({ description: '0 to 1: how well the segments agree.' }),
    coverage: z.number().meta({ description: '0 to 1: share of this clip that its segments cover.' }),
    otherCoverage: z.number(),
    segments: z.array(MatchSegment),
    method: z.string().meta({ description: 'What found it, with its version.' }),
    state: MatchStateSchema,
    decision: z
      .object({ rationale: z.string(), by: z.uuid(), at: z.iso.datetime() })
      .nullable()
      .meta({ description: "The last person's decision; null while only the desk suggests it." }),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Match' });

export const MatchElsewhere = z.object({ id: z.uuid(), elsewhere: z.literal(true) }).meta({
  id: 'MatchElsewhere',
  description: 'The other clip lies in a case that this reader cannot see: ask the lead.',
});

export const Match = z.union([SeenMatch, MatchElsewhere]);
export type Match = z.infer<typeof Match>;

export const MatchPage = z
  .object({ items: z.array(Match), nextCursor: z.uuid().nullable() })
  .meta({ id: 'MatchPage' });

export const DecisionRequest = z
  .strictObject({ state: MatchStateSchema, rationale: words({ min: 1, max: 5_000 }) })
  .meta({ id: 'MatchDecisionRequest' });
export type DecisionRequest = z.infer<typeof DecisionRequest>;
