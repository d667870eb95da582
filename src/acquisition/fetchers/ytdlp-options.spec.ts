import { describe, expect, it } from '@jest/globals';
import { missingIndispensable, readYtdlpHelp, ytdlpArgs } from './ytdlp-options.js';

const HELP = `  -h, --help  Print this help
    --ignore-config   --no-exec --max-downloads NUMBER   --abort-on-unavailable-fragments
    --ffmpeg-location PATH --write-info-json --no-playlist  --retries RETRIES`;
const RUN = { url: '--exec=rm', outputDir: '/out', proxyPort: 4242, maxBytes: 1000 };

describe('the options given to yt-dlp', () => {
  const options = readYtdlpHelp(HELP);
  const args = ytdlpArgs(options, RUN);

  it('are those that its help knows', () => {
    expect(args).toEqual(
      expect.arrayContaining(['--ignore-config', '--no-exec', '--max-downloads', '1', '--retries', '3']),
    );
    expect(args).not.toContain('--no-plugin-dirs');
  });

  it('name what is missing', () => {
    expect(options.missing).toEqual(expect.arrayContaining(['--no-plugin-dirs', '--no-remote-components']));
    expect(options.missing).not.toContain('--no-exec');
  });

  it('always hold the proxy, the size and the place, and end before the link', () => {
    expect(args).toEqual(
      expect.arrayContaining([
        '--proxy=http://127.0.0.1:4242',
        '--max-filesize=1000',
        '--output=/out/media.bin',
      ]),
    );
    expect(args.slice(-2)).toEqual(['--', '--exec=rm']);
  });

  it('tell a yt-dlp that lacks an indispensable one', () => {
    expect(missingIndispensable(options)).toEqual([]);
    expect(missingIndispensable(readYtdlpHelp('--ignore-config --no-exec'))).toContain(
      '--abort-on-unavailable-fragments',
    );
  });
});
