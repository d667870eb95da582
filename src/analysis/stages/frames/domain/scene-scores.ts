/** Scores nearer together than this count as one, so that a clip of a million frames a second needs no more memory. */
const GRAIN_MS = 2;
const TWIN = 0.85;
const KEPT_MS = 2_000;

export interface ScenePeak {
  /** ffmpeg's scene score, 0..1: how much the picture jumped against both its predecessor and the jump before. */
  readonly score: number;
  readonly ptsMs: number;
}

/** The scene scores of the last two seconds of decoded frames, in the order of decoding. */
export class SceneScores {
  #peaks: ScenePeak[] = [];

  push(ptsMs: number, score: number): void {
    const last = this.#peaks.at(-1);
    if (last && Math.abs(ptsMs - last.ptsMs) < GRAIN_MS) {
      if (score > last.score) this.#peaks[this.#peaks.length - 1] = { ptsMs, score };
      return;
    }
    this.#peaks.push({ ptsMs, score });
    if (ptsMs - (this.#peaks[0]?.ptsMs ?? ptsMs) > 2 * KEPT_MS || this.#peaks.length > 4 * KEPT_MS) {
      this.#peaks = this.#peaks.filter((peak) => ptsMs - peak.ptsMs < KEPT_MS).slice(-KEPT_MS);
    }
  }

  /**
   * The highest score after `fromMs` up to `toMs`, and the next highest within `aroundMs` of that stretch. A frame next to
   * the peak with nearly its score is no rival: where one of two scenes flickers, the cut shows as such
   * a pair. Three alike are a motion.
   */
  peakWithin(fromMs: number, toMs: number, aroundMs: number): { peak: ScenePeak; rival: number } {
    let at = -1;
    let peak: ScenePeak = { score: 0, ptsMs: toMs };
    for (const [index, one] of this.#peaks.entries()) {
      if (one.ptsMs > fromMs && one.ptsMs <= toMs && one.score > peak.score) [at, peak] = [index, one];
    }
    let rival = 0;
    let twins = 0;
    for (const [index, { ptsMs, score }] of this.#peaks.entries()) {
      const isNear = ptsMs > fromMs - aroundMs && ptsMs <= toMs + aroundMs;
      if (!isNear || index === at) continue;
      const isTwin = Math.abs(index - at) === 1 && score >= TWIN * peak.score;
      if (isTwin) twins += 1;
      if (!isTwin || twins > 1) rival = Math.max(rival, score);
    }
    return { peak, rival };
  }
}
