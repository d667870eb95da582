import type { CustodyAction, JsonObject, JsonValue } from '../../custody/index.js';

export interface FieldChange {
  readonly field: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** What private payloads hold beside `before` and `after`, and may be told. Who submitted is not among it. */
const TOLD: Readonly<Partial<Record<CustodyAction, readonly string[]>>> = {
  'clip.submitted': ['submittedUrl', 'fileName', 'note', 'postedAt', 'claims'],
  'clip.duplicate_submitted': ['submittedUrl', 'fileName', 'note', 'postedAt', 'claims'],
  'clip.updated': ['reason'],
  'clip.assigned': ['reason'],
  'work.changed': ['reason'],
  'finding.withdrawn': ['reason'],
  'assessment.made': ['verdict', 'credibility', 'rationale', 'evidence'],
  'ruling.made': ['verdict', 'credibility', 'rationale', 'evidence'],
  'comment.made': ['text'],
  'sensitive_range.added': ['warning'],
  'source.graded': ['reason'],
};

/** Field by field what changed, out of an event's private payload; what is not named here stays sealed. */
export function toldChanges(action: CustodyAction, payload: JsonObject): FieldChange[] {
  const before = asObject(payload['before']);
  const after = asObject(payload['after']);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const compared = fields.map((field) => change(field, before[field], after[field]));
  const told = (TOLD[action] ?? []).map((field) => change(field, null, payload[field]));
  return [...compared, ...told].filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
}

function change(field: string, before: JsonValue | undefined, after: JsonValue | undefined): FieldChange {
  return { field, before: before ?? null, after: after ?? null };
}

function asObject(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
