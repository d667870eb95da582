import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '@/api/problem';
import { passagesQuery } from './queries';

/** The passage that somebody warned of and that one stands in, until it is asked for by itself. */
export function usePassage(
  clipId: string,
  ms: number,
  isVeiled: boolean,
): {
  readonly passage: Schemas['SensitiveRange'] | undefined;
  readonly isCovered: boolean;
  readonly uncover: () => void;
} {
  const { data } = useQuery(passagesQuery(clipId));
  const [uncovered, setUncovered] = useState<ReadonlySet<string>>(new Set());
  const passage = isVeiled
    ? undefined
    : data?.find(({ id, startMs, endMs }) => startMs <= ms && ms <= endMs && !uncovered.has(id));
  return {
    passage,
    // Until it is known which passages were warned of, none is shown.
    isCovered: passage !== undefined || (!isVeiled && data === undefined),
    uncover: () => {
      if (passage !== undefined) setUncovered((now) => new Set(now).add(passage.id));
    },
  };
}
