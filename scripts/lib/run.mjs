import { spawn } from 'node:child_process';
import { projectDir, withProjectNode } from './project.mjs';

export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in the project folder with our terminal, and resolves with its exit code (128 + n when a signal ended it).
 * Rejects when it cannot be started.
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: projectDir,
      env: withProjectNode(),
      stdio: 'inherit',
      ...options,
    });
    // A signal that reaches us alone must not leave the program running without us.
    const forward = (signal) => child.kill(signal);
    for (const signal of STOP_SIGNALS) process.on(signal, forward);
    const done = (settle) => (value, signal) => {
      for (const name of STOP_SIGNALS) process.off(name, forward);
      settle(value, signal);
    };
    child.once('error', done(reject));
    child.once(
      'exit',
      done((code, signal) => resolve(code ?? 128 + signalNumber(signal))),
    );
  });
}

export function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }[signal] ?? 0;
}
