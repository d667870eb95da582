export { AcquireClip } from './acquire-clip.js';
export { acquireClip } from './acquire.job.js';
export { FetchChain } from './fetchers/fetch-chain.js';
