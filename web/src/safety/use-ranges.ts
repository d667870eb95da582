import { useQuery } from '@tanstack/react-query';
import { rangeAt } from './range-at';
import { rangesQuery, type SensitiveRange } from './sensitive-ranges';
import { useCovered } from './unveiled';

export interface RangesOfClip {
  /** Until it is known which passages are warned of, none may be shown. */
  readonly areKnown: boolean;
  readonly ranges: readonly SensitiveRange[];
  /** Those that nobody has asked for on this page. */
  readonly covered: readonly SensitiveRange[];
  /** Whether a frame lies in a passage that was asked for; of any other frame the server itself decides. */
  readonly isLifted: (ptsMs: number) => boolean;
}

const none: readonly SensitiveRange[] = [];

/** The passages of a clip that somebody warned of, and which of them the person has chosen to see. */
export function useRanges(clipId: string): RangesOfClip {
  const { data } = useQuery(rangesQuery(clipId));
  const ranges = data ?? none;
  const covered = useCovered(ranges);
  return {
    areKnown: data !== undefined,
    ranges,
    covered,
    isLifted: (ptsMs) => rangeAt(ranges, ptsMs) !== undefined && rangeAt(covered, ptsMs) === undefined,
  };
}
