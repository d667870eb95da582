/** What is kept at most of one clip. */
export const MOST_KEYFRAMES = 300;

/** A picture that the frames pass made, by time. */
export interface Candidate {
  readonly ptsMs: number;
}

export interface Keyframe<C extends Candidate> {
  readonly candidate: C;
  readonly kind: 'scene' | 'interval';
}

export interface ClipSpan {
  /** Display times of the first and last decoded frame. */
  readonly firstMs: number;
  readonly lastMs: number;
}

/** No gap between keyframes may be longer, where the video has frames. */
export function longestGapMs(durationMs: number): number {
  return Math.max(10_000, durationMs / 250);
}

/**
 * How often the pass must offer a picture so that gaps can be kept short with few of them: taking every fifth still
 * leaves room for frames that come a little late.
 */
export function candidateIntervalMs(durationMs: number): number {
  return longestGapMs(durationMs) / 5.5;
}

/**
 * One keyframe for each scene, at its first candidate, and as many between as keep gaps short; at most `most`. When there
 * are more scenes than that leaves room for, they are thinned evenly: the first and the last stay.
 * @param candidates by time
 * @param sceneStartsMs by time, the clip's start not among them; a scene's first moment that is wholly its own
 */
export function selectKeyframes<C extends Candidate>(
  candidates: readonly C[],
  sceneStartsMs: readonly number[],
  span: ClipSpan,
  most = MOST_KEYFRAMES,
): Keyframe<C>[] {
  const scenes = sceneKeyframes(candidates, sceneStartsMs);
  const gapMs = longestGapMs(span.lastMs - span.firstMs);
  const select = (count: number): Keyframe<C>[] =>
    withIntervals(candidates, evenly(scenes, count), gapMs, span.lastMs);
  let fits = Math.min(1, scenes.length);
  let tooMany = Math.min(most, scenes.length) + 1;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (select(middle).length <= most) fits = middle;
    else tooMany = middle;
  }
  return evenly(select(fits), most);
}

/** The first candidate of each scene; a scene without one has no keyframe of its own. */
function sceneKeyframes<C extends Candidate>(
  candidates: readonly C[],
  sceneStartsMs: readonly number[],
): C[] {
  const kept: C[] = candidates.slice(0, 1);
  let at = 0;
  for (const [scene, startMs] of sceneStartsMs.entries()) {
    const endMs = sceneStartsMs[scene + 1] ?? Infinity;
    while (at < candidates.length && (candidates[at]?.ptsMs ?? 0) < startMs) at += 1;
    const first = candidates[at];
    if (first && first.ptsMs < endMs && first !== kept.at(-1)) kept.push(first);
  }
  return kept;
}

/** Goes as far as the gap allows each time; across a stretch without video it takes the next picture there is. */
function withIntervals<C extends Candidate>(
  candidates: readonly C[],
  scenes: readonly C[],
  gapMs: number,
  lastMs: number,
): Keyframe<C>[] {
  const result: Keyframe<C>[] = [];
  let at = 0;
  for (const [index, scene] of scenes.entries()) {
    result.push({ candidate: scene, kind: 'scene' });
    const untilMs = scenes[index + 1]?.ptsMs ?? lastMs;
    let previousMs = scene.ptsMs;
    while (untilMs - previousMs > gapMs) {
      while (at < candidates.length && (candidates[at]?.ptsMs ?? 0) <= previousMs) at += 1;
      while ((candidates[at + 1]?.ptsMs ?? Infinity) <= previousMs + gapMs) at += 1;
      const candidate = candidates[at];
      if (!candidate || candidate.ptsMs >= untilMs) break;
      result.push({ candidate, kind: 'interval' });
      previousMs = candidate.ptsMs;
    }
  }
  return result;
}

/** `count` of the items in even steps, with the first and the last. */
function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  if (count === 1) return items.slice(0, 1);
  return Array.from(
    { length: count },
    (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))],
  ).filter((item) => item !== undefined);
}
