import { describe, expect, it } from '@jest/globals';
import { commonDecoders, inputLimitArgs, isCodecAllowed } from './whitelists.js';

const valueOf = (args: readonly string[], option: string): string[] | undefined =>
  args.includes(option) ? args[args.indexOf(option) + 1]?.split(',') : undefined;

describe('inputLimitArgs', () => {
  it('opens files only, and no playlist or list of files, under every policy', () => {
    for (const policy of ['common', 'all'] as const) {
      const args = inputLimitArgs(policy);
      expect(valueOf(args, '-protocol_whitelist')).toEqual(['file']);
      const formats = valueOf(args, '-format_whitelist') ?? [];
      expect(formats).toContain('matroska');
      for (const indirect of ['hls', 'concat', 'dash', 'image2', 'lavfi', 'sdp']) {
        expect(formats).not.toContain(indirect);
      }
    }
  });

  it('keeps rare decoders shut unless the policy is all', () => {
    expect(valueOf(inputLimitArgs('common'), '-codec_whitelist')).not.toContain('magicyuv');
    expect(valueOf(inputLimitArgs('all'), '-codec_whitelist')).toBeUndefined();
  });
});

describe('isCodecAllowed', () => {
  it('judges by codec name where the decoder is called otherwise', () => {
    expect(isCodecAllowed('msmpeg4v3', 'common')).toBe(true);
    expect(commonDecoders()).toContain('msmpeg4');
    expect(isCodecAllowed('flv1', 'common')).toBe(true);
  });

  it('refuses Cinepak by default and names of object members always', () => {
    expect(isCodecAllowed('cinepak', 'common')).toBe(false);
    expect(isCodecAllowed('cinepak', 'all')).toBe(true);
    expect(isCodecAllowed('constructor', 'common')).toBe(false);
  });
});
