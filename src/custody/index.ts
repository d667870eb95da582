export { CustodyLog, type CustodyEntry, type CustodyEvent } from './custody-log.js';
export {
  CustodyEventPage,
  CustodyEventView,
  type CustodyAction,
  type CustodyBody,
} from './custody-events.contract.js';
export { readActivity, type ClipActivity } from './clip-activity.js';
export { SYSTEM_CHAIN, type JsonObject, type JsonValue } from './domain/custody-event.js';
export { wordDigest } from './domain/word-digest.js';
export { assertKnownKey } from './keys/known-key.js';
export { sealText, unsealText } from './keys/sealed-text.js';
export { PrivateVault } from './keys/private-vault.js';
export { CheckpointSigner } from './checkpoints/checkpoint-signer.js';
export { isCustodyRoleProtected } from './verify/protection.js';
