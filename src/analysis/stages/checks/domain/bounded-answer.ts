import type { JsonObject, JsonValue } from '../../../../custody/index.js';
import type { RuleAnswer, RuleArgument } from './rule.js';

const SUMMARY_CHARS = 2_000;
const COMPARED_CHARS = 16_000;
const MOST_EVIDENCE = 50;
const NOTE_CHARS = 5_000;

/**
 * The answer as it may be kept: what files and platforms wrote into it may be of any length and hold characters that
 * PostgreSQL cannot keep (U+0000, half a surrogate pair).
 */
export function boundedAnswer(answer: RuleAnswer): RuleAnswer {
  const summary = keepable(answer.summary, SUMMARY_CHARS);
  const compared = answer.compared === undefined ? {} : { compared: boundedJson(answer.compared) };
  if (answer.outcome === 'not_applicable') return { ...answer, summary, ...compared };
  return { ...answer, summary, ...compared, evidence: boundedEvidence(answer.evidence) };
}

function boundedEvidence(evidence: RuleArgument['evidence']): RuleArgument['evidence'] {
  return evidence.slice(0, MOST_EVIDENCE).map((entry) => ({
    ...entry,
    ...(entry.note === undefined ? {} : { note: keepable(entry.note, NOTE_CHARS) }),
  }));
}

function boundedJson(compared: JsonObject): JsonObject {
  const kept = keepableJson(compared) as JsonObject;
  const chars = JSON.stringify(kept).length;
  return chars <= COMPARED_CHARS ? kept : { leftOut: `${chars} characters of compared values` };
}

function keepableJson(value: JsonValue): JsonValue {
  if (typeof value === 'string') return keepable(value, COMPARED_CHARS);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(keepableJson);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        inner === undefined ? [] : [[keepable(key, 200), keepableJson(inner)]],
      ),
    );
  return value;
}

function keepable(text: string, chars: number): string {
  const clean = text.replaceAll('\0', ' ').toWellFormed();
  return clean.length <= chars
    ? clean
    : `${clean
        .slice(0, chars - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}
