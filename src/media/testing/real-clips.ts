import { describe, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `../shared/clips` as seen from the project's root; real footage that is no part of the project. */
const CLIPS = fileURLToPath(new URL('../../../../shared/clips/', import.meta.url));

/** A suite on the real clips. Without them one test says plainly that nothing was checked. */
export function describeRealClips(title: string, suite: (folder: string) => void): void {
  if (existsSync(CLIPS)) {
    describe(title, () => {
      suite(CLIPS);
    });
    return;
  }
  describe(title, () => {
    it('was NOT RUN: the folder ../shared/clips is absent', () => {
      process.stderr.write(`${title}: not run, because ../shared/clips is absent\n`);
    });
  });
}
