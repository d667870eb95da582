import type { CustodyAction, CustodyBody } from '../../custody/index.js';

/** What a sentence may name besides the event's own codes. */
export interface Telling {
  /** At the beginning of a sentence. */
  readonly who: string;
  /** Name of a person, subject or source by its id. */
  readonly name: (id: string) => string;
  /** As in `the location claim`. */
  readonly claim: (id: string | null | undefined) => string;
}

type Sentences = { readonly [A in CustodyAction]: (body: CustodyBody<A>, telling: Telling) => string };

/** One sentence, without its full stop, for every action that the log knows: a new one without a sentence does not compile. */
const SENTENCES: Sentences = {
  'case.created': (_, { who }) => `${who} opened the case`,
  'case.updated': ({ fields }, { who }) => `${who} changed ${listed(fields)} of the case`,
  'clip.submitted': (body, { who }) =>
    `${who} submitted the clip by ${body.via}${submittedWith(body.claimIds)}`,
  'clip.duplicate_submitted': (body, { who }) =>
    `${who} submitted the same clip again by ${body.via}${submittedWith(body.claimIds)}`,
  'clip.cancelled': (_, { who }) => `${who} stopped processing`,
  'clip.retried': ({ parts }, { who }) => `${who} started ${listed(parts)} again`,
  'evidence.acquired': ({ sizeBytes, fetcher }, { who }) =>
    `${who} received ${sizeBytes} bytes by the ${fetcher} fetcher`,
  'evidence.sealed': ({ sha256, alreadyStored }, { who }) =>
    `${who} sealed the original, SHA-256 ${sha256}${alreadyStored ? ', bytes that the desk already held' : ''}`,
  'evidence.refused': ({ code }, { who }) => `${who} kept what was received, but it is no media (${code})`,
  'part.completed': ({ part, outcome }, { who }) =>
    `${who} finished ${part}${outcome === undefined ? '' : `: ${spaced(outcome)}`}`,
  'part.failed': ({ part, error }, { who }) => `${who} could not finish ${part}: ${spaced(error.code)}`,
  'part.retried': ({ part, error }, { who }) =>
    `${who} will try ${part} again${error === undefined ? '' : ` after ${spaced(error.code)}`}`,
  'part.interrupted': ({ part }, { who }) => `${who} was interrupted at ${part}`,
  late_result_rejected: ({ part }, { who }) =>
    `${who} came too late with a result of ${part}, which was not taken`,
  'derivative.sealed': ({ part, objects }, { who }) =>
    `${who} sealed ${counted(objects.length, 'derivative')} of ${part}`,
  'original.viewed': (_, { who }) => `${who} viewed the original`,
  'original.downloaded': (_, { who }) => `${who} downloaded the original`,
  'artefact.viewed': ({ kind }, { who }) =>
    `${who} opened ${kind === undefined ? 'an artefact' : `a ${spaced(kind)}`}`,
  'token.created': ({ scope }, { who }) => `${who} made a token of scope ${scope}`,
  'token.revoked': (_, { who }) => `${who} revoked a token`,
  'user.created': ({ userId }, { who, name }) => `${who} added ${name(userId)}`,
  'user.updated': ({ userId, fields }, { who, name }) =>
    `${who} changed ${listed(fields)} of ${name(userId)}`,
  'session.started': (_, { who }) => `${who} signed in`,
  'session.ended': (_, { who }) => `${who} signed out`,
  'password.changed': (_, { who }) => `${who} changed a password`,
  'second_factor.changed': ({ enabled }, { who }) =>
    `${who} switched the second factor ${enabled ? 'on' : 'off'}`,
  'setup_link.created': ({ userId }, { who, name }) => `${who} made a set-up link for ${name(userId)}`,
  'setup_link.used': (_, { who }) => `${who} used a set-up link`,
  'identity.linked': (_, { who }) => `${who} linked an account of another provider`,
  'member.added': ({ userId, role }, { who, name }) => `${who} made ${name(userId)} ${role} of the case`,
  'member.removed': ({ userId }, { who, name }) => `${who} removed ${name(userId)} from the case`,
  'claim.added': ({ type }, { who }) => `${who} added a claim about ${type}`,
  'claim.source_linked': ({ claimId, sourceId }, { who, name, claim }) =>
    sourceId === null
      ? `${who} took the source off ${claim(claimId)}`
      : `${who} linked ${claim(claimId)} to the source ${name(sourceId)}`,
  'claim.attention_raised': ({ claimId, by }, { who, claim }) =>
    `${who} brought a ${spaced(by.kind)} that speaks against the verdict on ${claim(claimId)}`,
  'finding.made': ({ claimId, stance, check, rule }, { who, claim }) =>
    `${rule === undefined || rule === null ? who : `The rule ${rule}`} found what ${stanceOf(stance)} ${
      claimId === null ? 'no single claim' : claim(claimId)
    } (${spaced(check)})`,
  'finding.withdrawn': (_, { who }) => `${who} withdrew a finding`,
  'evidence_file.added': ({ mediaType, sizeBytes }, { who }) =>
    `${who} added a file as evidence (${mediaType}, ${sizeBytes} bytes)`,
  'match.found': ({ matches }, { who }) =>
    `${who} found ${matches.length === 1 ? 'a match with another clip' : `${matches.length} matches with other clips`}`,
  'match.dropped': ({ matches }, { who }) =>
    `${who} looked again and no longer finds ${matches.length === 1 ? 'a match with another clip' : `${matches.length} matches with other clips`}`,
  'match.decided': ({ from, to }, { who }) => `${who} set a match from ${from} to ${to}`,
  'finding.superseded': (_, { who }) => `${who} took back a finding of a rule, which looked again`,
  'gazetteer.imported': ({ places }, { who }) => `${who} added ${counted(places, 'place')} to the gazetteer`,
  'subject.created': ({ subjectId, kind }, { who, name }) => `${who} named the ${kind} ${name(subjectId)}`,
  'subject.updated': ({ subjectId, fields }, { who, name }) =>
    `${who} changed ${listed(fields)} of ${name(subjectId)}`,
  'annotation.made': (body, { who, name }) =>
    `${who} annotated ${placeOf(body)}${marking(body.subjectId, name)}`,
  'annotation.changed': (body, { who, name }) =>
    `${who} changed the annotation of ${placeOf(body)}${marking(body.subjectId, name)}`,
  'annotation.withdrawn': (body, { who }) => `${who} withdrew the annotation of ${placeOf(body)}`,
  'assessment.made': ({ claimId, supersedes }, { who, claim }) =>
    `${who} assessed ${claim(claimId)}${supersedes === null ? '' : ' anew'}`,
  'ruling.made': ({ claimId }, { who, claim }) => `${who} ruled on ${claim(claimId)}`,
  'verdict.changed': ({ claimId, from, to }, { claim }) =>
    `The verdict on ${claim(claimId)} went from ${spaced(from)} to ${spaced(to)}`,
  'clip.updated': ({ fields }, { who }) => `${who} changed ${listed(fields)}`,
  'clip.assigned': ({ assigneeId, before }, { who, name }) =>
    assigneeId === null
      ? `${who} took the clip from ${before === null ? 'nobody' : name(before)}`
      : `${who} assigned the clip to ${name(assigneeId)}`,
  'work.changed': ({ from, to }, { who }) => `${who} moved the work from ${spaced(from)} to ${spaced(to)}`,
  'comment.made': ({ claimId, mentions }, { who, claim, name }) =>
    `${who} commented${claimId === null ? '' : ` on ${claim(claimId)}`}${
      mentions.length === 0 ? '' : `, mentioning ${listed(mentions.map(name))}`
    }`,
  'comment.withdrawn': (_, { who }) => `${who} withdrew a comment`,
  'sensitive_range.added': ({ startMs, endMs, sensitivity }, { who }) =>
    `${who} marked ${clock(startMs)} to ${clock(endMs)} as ${sensitivity}`,
  'sensitive_range.removed': (_, { who }) => `${who} removed a sensitive range`,
  'source.created': ({ sourceId }, { who, name }) => `${who} named the source ${name(sourceId)}`,
  'source.updated': ({ sourceId, fields }, { who, name }) =>
    `${who} changed ${listed(fields)} of the source ${name(sourceId)}`,
  'source.graded': ({ sourceId, before, grade }, { who, name }) =>
    `${who} graded the source ${name(sourceId)} ${grade}, before ${before}`,
  'account.linked': ({ sourceId }, { who, name }) =>
    sourceId === null
      ? `${who} took an account off its source`
      : `${who} linked an account to ${name(sourceId)}`,
  'webhook.created': (_, { who }) => `${who} made a webhook`,
  'webhook.removed': (_, { who }) => `${who} removed a webhook`,
  'fixity.ok': ({ objects }, { who }) => `${who} verified ${counted(objects, 'object')}: all are as recorded`,
  'fixity.failed': (_, { who }) => `${who} verified the store and found differences`,
  'checkpoint.signed': ({ size }, { who }) => `${who} signed a checkpoint of ${counted(size, 'event')}`,
  'key.created': ({ purpose }, { who }) => `${who} made the ${purpose} key`,
};

/** One English sentence. */
export function tellEvent(
  event: { readonly action: CustodyAction; readonly body: object },
  telling: Telling,
): string {
  // The log holds only bodies that fit their action: `CustodyLog.append` checks it.
  const tell = SENTENCES[event.action] as (body: object, telling: Telling) => string;
  return `${tell(event.body, telling)}.`;
}

function stanceOf(stance: string): string {
  if (stance === 'supports') return 'supports';
  return stance === 'contradicts' ? 'contradicts' : 'is neutral to';
}

function submittedWith(claimIds: readonly string[] | undefined): string {
  return claimIds === undefined || claimIds.length === 0 ? '' : ` with ${counted(claimIds.length, 'claim')}`;
}

function placeOf(body: CustodyBody<'annotation.made'>): string {
  if (typeof body.ptsMs === 'number') return `the frame at ${clock(body.ptsMs)}`;
  if (typeof body.startMs === 'number' && typeof body.endMs === 'number')
    return `${clock(body.startMs)} to ${clock(body.endMs)}`;
  return 'the clip';
}

function marking(subjectId: string | null | undefined, name: Telling['name']): string {
  return subjectId === null || subjectId === undefined ? '' : ` and marked ${name(subjectId)}`;
}

/** `1:02.500` */
function clock(ms: number): string {
  const seconds = (Math.abs(ms) % 60_000) / 1000;
  return `${ms < 0 ? '-' : ''}${Math.floor(Math.abs(ms) / 60_000)}:${seconds.toFixed(3).padStart(6, '0')}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return spaced(items[0] ?? 'nothing');
  return `${items.slice(0, -1).map(spaced).join(', ')} and ${spaced(items.at(-1) ?? '')}`;
}

function spaced(code: string): string {
  return code.replaceAll('_', ' ');
}
