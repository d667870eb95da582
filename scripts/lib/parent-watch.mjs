import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 500;

/**
 * Calls `onGone` once when the npm that runs this script has ended without passing a signal on (it was killed). Does
 * nothing when npm does not run us: a script started in the background rightly outlives its shell.
 */
export function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const watched = ancestors();
  const timer = setInterval(() => {
    const now = ancestors();
    if (watched.every((pid, index) => pid === now[index])) return;
    clearInterval(timer);
    onGone();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** Our parent, and its parent too when ours is the shell that npm puts between on some systems. */
function ancestors() {
  const stat = statOf(process.ppid);
  return stat !== null && /^(ba|da|z|k|a)?sh$/.test(stat.name) ? [process.ppid, stat.parent] : [process.ppid];
}

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const nameEnd = text.lastIndexOf(')');
    return {
      name: text.slice(text.indexOf('(') + 1, nameEnd),
      parent: Number(text.slice(nameEnd + 2).split(' ')[1]),
    };
  } catch {
    return null; // no /proc here, or the parent has just gone
  }
}
