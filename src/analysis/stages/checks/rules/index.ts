import type { Rule } from '../domain/rule.js';
import { accountHandle } from './account-handle/rule.js';
import { contentCredentials } from './content-credentials/rule.js';
import { cuts } from './cuts/rule.js';
import { daylight } from './daylight/rule.js';
import { deviceSource } from './device-source/rule.js';
import { earlierCopy } from './earlier-copy/rule.js';
import { embeddedPosition } from './embedded-position/rule.js';
import { embeddedTime } from './embedded-time/rule.js';
import { onScreenText } from './on-screen-text/rule.js';
import { placeName } from './place-name/rule.js';
import { postTime } from './post-time/rule.js';
import { reEncoding } from './re-encoding/rule.js';
import { sound } from './sound/rule.js';

/** Every rule, in the order in which outcomes are shown: what speaks on claims first, then what concerns the file. */
export const RULES: readonly Rule[] = [
  earlierCopy,
  postTime,
  embeddedTime,
  embeddedPosition,
  daylight,
  placeName,
  deviceSource,
  accountHandle,
  onScreenText,
  reEncoding,
  cuts,
  sound,
  contentCredentials,
];
