export interface Heard {
  /** When figures last came. */
  readonly figuresAtMs: number;
  /** When the stream was last heard, if only its beat. */
  readonly streamAtMs: number | null;
  readonly isLive: boolean;
  /** The last question for figures was answered. */
  readonly isAnswered: boolean;
}

/** The stream beats every 15 s; two beats may get lost before anybody is alarmed. */
const LATE_AFTER_MS = 45_000;

/**
 * Until when the figures on the screen are known to be right. While the stream is open and says nothing, nothing has happened;
 * but a stream alone proves nothing when the figures themselves cannot be read.
 */
export function knownUntil({ figuresAtMs, streamAtMs, isLive, isAnswered }: Heard): number {
  return isLive && isAnswered ? Math.max(figuresAtMs, streamAtMs ?? 0) : figuresAtMs;
}

export function areLate(heard: Heard, nowMs: number): boolean {
  return nowMs - knownUntil(heard) > LATE_AFTER_MS;
}
