import type { FramePassEvent } from '../../../media/frame-pass-lines.js';
import { CutDetector, type DetectedCuts } from './domain/cut-detector.js';
import { PtsRuns } from './domain/pts-runs.js';
import { Timeline, type TimeBase } from './domain/timeline.js';

/** A picture that the pass wrote as its `count`-th candidate. */
export interface CollectedCandidate {
  readonly count: number;
  readonly ptsMs: number;
  readonly sourcePts: number;
  readonly frameNumber: number;
}

interface DecodedFrame {
  readonly frameNumber: number;
  readonly pts: number | null;
  readonly ptsMs: number;
}

/**
 * Brings together what the frame pass tells on its two channels: the side channel names each picture's time, standard output
 * brings the grey pictures in the same order. Either may run ahead of the other by what the pipes hold.
 */
export class FrameCollector {
  readonly candidates: CollectedCandidate[] = [];
  readonly ptsRuns = new PtsRuns();
  greyCount = 0;
  readonly #timeline: Timeline;
  readonly #cuts = new CutDetector();
  readonly #timesWaiting: number[] = [];
  readonly #greysWaiting: Uint8Array[] = [];
  #first: DecodedFrame | undefined;
  #latest: DecodedFrame | undefined;

  /** @param onSample is told each grey picture with its time; the picture may be overwritten afterwards */
  constructor(
    private readonly timeBase: TimeBase,
    private readonly originMs: number,
    private readonly onSample: (ptsMs: number, grey: Uint8Array) => void = () => undefined,
  ) {
    this.#timeline = new Timeline(timeBase, originMs);
  }

  get frameCount(): number {
    return (this.#latest?.frameNumber ?? -1) + 1;
  }

  get firstMs(): number | undefined {
    return this.#first?.ptsMs;
  }

  get lastMs(): number | undefined {
    return this.#latest?.ptsMs;
  }

  addEvent(event: FramePassEvent): void {
    switch (event.kind) {
      case 'frame':
        return this.#addFrame(event.pts, event.sceneScore);
      case 'grey':
        this.#timesWaiting.push(this.#latest?.ptsMs ?? 0);
        return this.#pair();
      case 'candidate':
        return this.#addCandidate();
    }
  }

  /** @param grey may be overwritten afterwards */
  addGrey(grey: Uint8Array): void {
    this.greyCount += 1;
    // Its time is here already, nearly always: the side channel is written first.
    if (this.#greysWaiting.length === 0 && this.#timesWaiting.length > 0) {
      this.#addSample(grey);
      return;
    }
    this.#greysWaiting.push(Uint8Array.from(grey));
    this.#pair();
  }

  finishCuts(): DetectedCuts {
    return this.#cuts.finish();
  }

  #addFrame(pts: number | null, sceneScore: number): void {
    const ptsMs = this.#timeline.next(pts);
    this.#latest = { frameNumber: this.frameCount, pts, ptsMs };
    this.#first ??= this.#latest;
    this.ptsRuns.push(pts);
    this.#cuts.addScore(ptsMs, sceneScore);
  }

  /** The picture was decoded last: the side channel is written frame by frame. */
  #addCandidate(): void {
    const { frameNumber = 0, pts = null, ptsMs = 0 } = this.#latest ?? {};
    const { num, den } = this.timeBase;
    const sourcePts = pts ?? Math.round(((ptsMs + this.originMs) * den) / (num * 1000));
    this.candidates.push({ count: this.candidates.length + 1, ptsMs, sourcePts, frameNumber });
  }

  #pair(): void {
    while (this.#timesWaiting.length > 0 && this.#greysWaiting.length > 0) {
      const grey = this.#greysWaiting.shift();
      if (grey) this.#addSample(grey);
    }
  }

  #addSample(grey: Uint8Array): void {
    const ptsMs = this.#timesWaiting.shift() ?? 0;
    this.#cuts.addGrey(ptsMs, grey);
    this.onSample(ptsMs, grey);
  }
}
