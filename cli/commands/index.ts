import type { Command } from '../command.js';
import { list } from './list.js';
import { status } from './status.js';
import { submit } from './submit.js';
import { token } from './token.js';
import { upload } from './upload.js';
import { verify } from './verify.js';

export const COMMANDS: readonly Command[] = [submit, upload, status, list, verify, token];
