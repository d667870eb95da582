/** What a clip is called where there is little room. Words of strangers: always inside `<bdi>`. */
export function nameOfClip(clip: {
  readonly title: string | null;
  readonly canonicalUrl: string | null;
  readonly id?: string;
  readonly clipId?: string;
}): string {
  return clip.title ?? clip.canonicalUrl ?? (clip.id ?? clip.clipId ?? '').slice(-12);
}
