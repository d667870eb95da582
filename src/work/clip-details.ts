import { priorityColumn, priorityOf, type ClipDetails, type ClipRow } from '../clips/index.js';
import type { JsonObject } from '../custody/index.js';
import type { ClipPatch } from './clip-patch.contract.js';

export interface DetailsChange {
  readonly columns: ClipDetails;
  /** The fields that really change, by the names of the request. */
  readonly fields: string[];
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** What of the clip's label the request changes; a field that already says so does not change. */
export function detailsOf(clip: ClipRow, patch: ClipPatch): DetailsChange {
  const present = {
    title: clip.title,
    sensitivity: clip.sensitivity,
    tags: clip.tags,
    priority: priorityOf(clip.priority),
    advanceWarning: clip.advance_warning,
  };
  const asked = {
    title: patch.title,
    sensitivity: patch.sensitivity,
    tags: patch.tags,
    priority: patch.priority,
    advanceWarning: patch.advanceWarning,
  };
  const fields = (Object.keys(present) as (keyof typeof present)[]).filter(
    (name) => asked[name] !== undefined && JSON.stringify(asked[name]) !== JSON.stringify(present[name]),
  );
  const changes = (name: keyof typeof present) => fields.includes(name);
  return {
    fields,
    before: Object.fromEntries(fields.map((name) => [name, present[name]])),
    after: Object.fromEntries(fields.map((name) => [name, asked[name] ?? null])),
    columns: {
      ...(changes('title') ? { title: patch.title ?? null } : {}),
      ...(patch.sensitivity !== undefined && changes('sensitivity')
        ? { sensitivity: patch.sensitivity }
        : {}),
      ...(patch.tags !== undefined && changes('tags') ? { tags: patch.tags } : {}),
      ...(patch.priority !== undefined && changes('priority')
        ? { priority: priorityColumn(patch.priority) }
        : {}),
      ...(changes('advanceWarning') ? { advance_warning: patch.advanceWarning ?? null } : {}),
    },
  };
}
