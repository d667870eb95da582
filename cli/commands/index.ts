import type { Command } from '../command.js';
import { caseCommand } from './case.js';
import { checks } from './checks.js';
import { claim } from './claim.js';
import { assign, comment, work } from './clip-work.js';
import { dashboard } from './dashboard.js';
import { finding } from './finding.js';
import { frames } from './frames.js';
import { gazetteer } from './gazetteer.js';
import { history } from './history.js';
import { inbox } from './inbox.js';
import { assess, rule } from './judge.js';
import { list } from './list.js';
import { cluster, match, matches } from './matches.js';
import { member } from './member.js';
import { shadow } from './shadow.js';
import { status } from './status.js';
import { submit } from './submit.js';
import { sun } from './sun.js';
import { token } from './token.js';
import { upload } from './upload.js';
import { user } from './user.js';
import { verify } from './verify.js';

export const COMMANDS: readonly Command[] = [
  submit,
  upload,
  status,
  history,
  list,
  inbox,
  dashboard,
  frames,
  checks,
  claim,
  finding,
  matches,
  match,
  cluster,
  assess,
  rule,
  assign,
  work,
  comment,
  gazetteer,
  sun,
  shadow,
  verify,
  caseCommand,
  member,
  user,
  token,
];
