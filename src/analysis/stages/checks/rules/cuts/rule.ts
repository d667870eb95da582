import type { CheckFacts, CopyFacts } from '../../domain/facts.js';
import type { Rule, RuleAnswer, RuleEvidence } from '../../domain/rule.js';
import { clock, counted, some } from '../../domain/say.js';
import { seamsOf, type Seam } from './seams.js';

export const cuts: Rule = {
  id: 'cuts',
  version: '1',
  check: (facts) => [ownCuts(facts), ...facts.copies.flatMap((copy) => seamAnswers(copy)).slice(0, 10)],
};

function ownCuts({ frames }: CheckFacts): RuleAnswer {
  if (frames === null) return nothing('The pictures could not be looked through.');
  const { cuts: found } = frames;
  if (found.length === 0)
    return nothing('No cut was found. Careful joins, and jumps within one scene, leave none.');
  const [first] = found;
  const gradual = found.filter(({ kind }) => kind === 'gradual').length;
  return {
    outcome: 'neutral',
    claimId: null,
    summary: `${counted(found.length, 'cut')}${gradual === 0 ? '' : `, ${gradual} of them gradual`}, at ${some(
      found.map(({ startMs }) => clock(startMs)),
      10,
    )}. What is claimed of one scene need not hold for the others; cuts are no sign of forgery.`,
    compared: {
      cutCount: found.length,
      firstCutMs: first?.startMs ?? null,
      cuts: found.slice(0, 50).map(({ startMs, endMs, kind }) => ({ startMs, endMs, kind })),
    },
    evidence: sceneFrames(frames),
  };
}

/** Something stands here between what is continuous there, or is missing here. */
function seamAnswers(copy: CopyFacts): RuleAnswer[] {
  const seams = seamsOf(copy.segments);
  if (seams.length === 0) return [];
  return [
    {
      outcome: 'neutral',
      claimId: null,
      summary: `Against another copy (${copy.state}): ${some(seams.map(seamWords), 5)}. One of the two was edited; which of them cannot be told from that.`,
      compared: { matchId: copy.matchId, seams: seams.slice(0, 20).map((seam) => ({ ...seam })) },
      evidence: [{ kind: 'match', ref: copy.matchId }],
    },
  ];
}

function seamWords({ kind, startMs, endMs, otherStartMs, otherEndMs }: Seam): string {
  return kind === 'inserted'
    ? `${clock(startMs)}–${clock(endMs)} here is not there, where the footage runs on at ${clock(otherStartMs)}`
    : `${clock(otherStartMs)}–${clock(otherEndMs)} there is missing here at ${clock(startMs)}`;
}

function sceneFrames({ keyframes }: NonNullable<CheckFacts['frames']>): RuleEvidence[] {
  const scenes = keyframes.filter(({ kind }) => kind === 'scene').slice(0, 10);
  return scenes.length > 0
    ? scenes.map(({ id }) => ({ kind: 'frame', ref: id }))
    : [{ kind: 'none_found', note: 'No picture of the scenes was kept.' }];
}

function nothing(summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId: null, summary };
}
