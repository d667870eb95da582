import type { Principal } from '../identity/index.js';
import type { Clip } from './clip.contract.js';

/** The composed view of a clip. Declared here, because whoever submits answers with it; `search/` implements it. */
export abstract class ClipReader {
  /** @throws NotFoundError when there is none or the caller may not know of it. */
  abstract read(principal: Principal, clipId: string): Promise<Clip>;
}
