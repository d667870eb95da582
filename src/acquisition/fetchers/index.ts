export {
  type CaptureRecord,
  type ClockNote,
  type FetcherName,
  type RequestRecord,
} from './capture-record.js';
export { FetchChain } from './fetch-chain.js';
export { type FetchAttempt, NotMediaError, REACHES, type Reach, reachOf } from './fetch-failure.js';
export {
  type Capture,
  type CaptureArtefact,
  DEFAULT_FETCH_LIMITS,
  type FetchLimits,
  type FetchRequest,
  type PlatformInfo,
} from './fetcher.js';
export { type YtdlpOptions, probeYtdlpOptions } from './ytdlp-options.js';
