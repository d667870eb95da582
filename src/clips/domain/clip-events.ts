/** What a clip's life announces. Rows of the outbox; `workers/` maps them to jobs, so that no step names the next. */
export type ClipEvent =
  | { readonly event: 'clip.submitted'; readonly clipId: string }
  | { readonly event: 'original.sealed'; readonly clipId: string }
  | { readonly event: 'part.completed'; readonly clipId: string }
  | { readonly event: 'part.failed'; readonly clipId: string }
  | { readonly event: 'part.redriven'; readonly clipId: string }
  /** Something that the checks compare is new: a claim, a match, a decision. */
  | { readonly event: 'facts.changed'; readonly clipId: string };
