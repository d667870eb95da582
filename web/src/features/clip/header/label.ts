import type { Schemas } from '@/api/problem';

/** A clip's label as a form holds it: nothing written is an empty text. */
export interface Label {
  readonly title: string;
  readonly tags: readonly string[];
  readonly sensitivity: Schemas['Sensitivity'];
  readonly priority: Schemas['Priority'];
  readonly advanceWarning: string;
}

/** What of a label was changed, as the API takes it; null when nothing was. */
export function changedFields(before: Label, after: Label): Schemas['ClipPatch'] | null {
  const tags = [...new Set(after.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
  const words = (text: string) => (text.trim() === '' ? null : text.trim());
  const patch = {
    ...(words(after.title) === words(before.title) ? {} : { title: words(after.title) }),
    ...(tags.join('\n') === before.tags.join('\n') ? {} : { tags }),
    ...(after.sensitivity === before.sensitivity ? {} : { sensitivity: after.sensitivity }),
    ...(after.priority === before.priority ? {} : { priority: after.priority }),
    ...(words(after.advanceWarning) === words(before.advanceWarning)
      ? {}
      : { advanceWarning: words(after.advanceWarning) }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
}

/** What somebody else changed since this form was opened, of that which it would overwrite. */
export function overwritten(
  begun: Label,
  now: Label,
  patch: Schemas['ClipPatch'] | null,
): readonly (keyof Label)[] {
  const theirs = changedFields(begun, now) ?? {};
  return (['title', 'tags', 'sensitivity', 'priority', 'advanceWarning'] as const).filter(
    (field) =>
      patch !== null &&
      field in patch &&
      field in theirs &&
      JSON.stringify(patch[field]) !== JSON.stringify(theirs[field]),
  );
}
