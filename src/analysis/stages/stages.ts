import type { PartName } from '../../clips/worker.js';
import type { StageEntry } from '../pipeline/run-stage.js';
import { writeFingerprint } from './fingerprint/fingerprint.repository.js';
import { FingerprintStage } from './fingerprint/fingerprint.stage.js';
import { writeFrames } from './frames/frame.repository.js';
import { FramesStage } from './frames/frames.stage.js';
import { MetadataStage } from './metadata/metadata.stage.js';
import { ProbeStage } from './probe/probe.stage.js';

/** Every stage that the plan of parts names after `acquire`. */
export function stageEntries(): Readonly<
  Record<Exclude<PartName, 'acquire' | 'match' | 'checks'>, StageEntry>
> {
  return {
    probe: { stage: new ProbeStage() },
    metadata: { stage: new MetadataStage() },
    frames: { stage: new FramesStage(), writeRows: writeFrames, ownKinds: ['frame', 'thumb', 'veiled'] },
    fingerprint: { stage: new FingerprintStage(), writeRows: writeFingerprint },
  };
}
