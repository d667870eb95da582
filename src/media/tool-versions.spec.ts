import { describe, expect, it } from '@jest/globals';
import { versionWarning } from './tool-versions.js';

const NOW = new Date('2026-11-22T00:00:00Z');

describe('versionWarning', () => {
  it.each([
    ['ffmpeg version 5.1.9-0+deb12u1 Copyright', true],
    ['ffmpeg version 5.1.10-0+deb12u1 Copyright', false],
    ['ffmpeg version 5.0.3 Copyright', true],
    ['ffmpeg version 4.4.6 Copyright', true],
    ['ffmpeg version n7.1.5 Copyright', false],
    ['ffmpeg version 7.2 Copyright', false],
    ['ffmpeg version 8.1 Copyright', true],
    ['ffmpeg version 9.0 Copyright', false],
    ['ffmpeg version N-118000-gdeadbeef', true],
  ])('%s: warns %s', (version, warns) => {
    expect(versionWarning('ffmpeg', version, NOW) !== undefined).toBe(warns);
  });

  it('warns of a yt-dlp that is more than 45 days old, not of one of 45', () => {
    expect(versionWarning('yt-dlp', '2026.10.08', NOW)).toBeUndefined();
    expect(versionWarning('yt-dlp', '2026.10.07', NOW)).toContain('46 days');
  });
});
