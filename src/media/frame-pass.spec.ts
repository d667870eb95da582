import { describe, expect, it } from '@jest/globals';
import { ffmpegArgs } from './ffmpeg-args.js';
import { FramePassLines } from './frame-pass-lines.js';
import { framePassArgs, type FramePass } from './frame-pass.js';
import { veilArgs } from './frame-pass-veil.js';

const PASS: FramePass = {
  streamIndex: 2,
  timeBase: { num: 1, den: 90_000 },
  geometry: { pixelAspect: 1, quarterTurns: 0 },
  candidateSeconds: 2,
  codecPolicy: 'common',
  decoderThreads: 1,
};
const AT = { input: '/in', output: '/out', program: '/program' };
const valuesOf = (args: readonly string[], option: string): (string | undefined)[] =>
  args.flatMap((arg, i) => (arg === option ? [args[i + 1]] : []));

describe('the arguments of the frame pass', () => {
  const args = framePassArgs(AT, PASS);

  it('open one file, of the listed protocols, containers and codecs, before anything else', () => {
    expect(valuesOf(args, '-i')).toEqual(['/in']);
    for (const option of [
      '-protocol_whitelist',
      '-format_whitelist',
      '-codec_whitelist',
      '-max_pixels',
      '-max_streams',
    ]) {
      expect(args.indexOf(option)).toBeGreaterThan(0);
      expect(args.indexOf(option)).toBeLessThan(args.indexOf('-i'));
    }
    expect(args.slice(0, 2)).toEqual(['-nostdin', '-hide_banner']);
  });

  it('never fill gaps with copies', () => {
    expect(valuesOf(args, '-fps_mode')).toEqual(['passthrough', 'passthrough', 'passthrough']);
    expect(args.join(' ')).not.toMatch(/[^a-z_]fps=|-r /);
  });

  it('write to standard output and the one folder, and nowhere else', () => {
    const outputs = args.filter((arg) => arg.startsWith('pipe:') || arg.startsWith('/out/'));
    expect(outputs).toEqual(['pipe:1', '/out/c%05d.jpg', '/out/t%05d.jpg']);
  });

  it('make reproducible pictures: one encoder thread, no names in the file', () => {
    const pictures = args.slice(args.indexOf('pipe:1'));
    expect(valuesOf(pictures, '-threads')).toEqual(['1', '1']);
    expect(pictures.filter((arg) => arg === '-bitexact')).toHaveLength(2);
  });

  it('decode the stream that the probe chose, with the threads asked for', () => {
    expect(valuesOf(args, '-filter_complex')[0]).toContain('[0:2]');
    expect(valuesOf(framePassArgs(AT, { ...PASS, decoderThreads: 2 }), '-threads')[0]).toBe('2');
  });

  it('turn and square only what is kept', () => {
    const graph = valuesOf(
      framePassArgs(AT, { ...PASS, geometry: { pixelAspect: 4 / 3, quarterTurns: 3 } }),
      '-filter_complex',
    );
    expect(args).toContain('-noautorotate');
    expect(graph[0]).toContain('transpose=cclock');
    expect(graph[0]).toContain('round(iw*1.3333');
  });
});

describe('the arguments of the veil', () => {
  it('read our own pictures alone', () => {
    const args = veilArgs(AT, { count: 30, width: 320, height: 180 });
    expect(valuesOf(args, '-i')).toEqual(['/out/k%05d.jpg']);
    expect(valuesOf(args, '-codec_whitelist')).toEqual(['mjpeg']);
    expect(valuesOf(args, '-filter_complex')[0]).toContain('tile=12x3');
  });
});

describe('building an argument list', () => {
  it('keeps options as they are, with their spaces', () => {
    const args = ffmpegArgs({
      inputOptions: ['-f', 'x y'],
      input: 'a b.mp4',
      filterGraph: '[0:0]null[v]',
      outputs: [{ target: 'c d.jpg', options: ['-map', '[v]', '-metadata', 'title=a b'] }],
    });
    expect(args.slice(4)).toEqual([
      '-f',
      'x y',
      '-i',
      'a b.mp4',
      '-y',
      '-filter_complex',
      '[0:0]null[v]',
      '-map',
      '[v]',
      '-metadata',
      'title=a b',
      'c d.jpg',
    ]);
  });
});

describe('the side channel', () => {
  const read = (...lines: readonly string[]) => {
    const reader = new FramePassLines();
    return lines.map((line) => reader.read(line)).filter((event) => event !== undefined);
  };

  it('tells each picture’s time and score, and which are taken', () => {
    expect(
      read(
        ...['frame:0    pts:0       pts_time:0', 'lavfi.scene_score=0.250000'],
        ...[
          'frame:0    pts:0       pts_time:0',
          'grey=1',
          'frame:0    pts:0       pts_time:0',
          'candidate=1',
        ],
        ...['frame:1    pts:-512    pts_time:-0.04', 'lavfi.scene_score=0.000100'],
      ),
    ).toEqual([
      { kind: 'frame', pts: 0, sceneScore: 0.25 },
      { kind: 'grey', pts: 0 },
      { kind: 'candidate', pts: 0 },
      { kind: 'frame', pts: -512, sceneScore: 0.0001 },
    ]);
  });

  it('knows a picture without a time', () => {
    expect(read('frame:3    pts:NOPTS   pts_time:NOPTS', 'lavfi.scene_score=nan')).toEqual([
      { kind: 'frame', pts: null, sceneScore: 0 },
    ]);
  });

  it('refuses anything else', () => {
    expect(() => read('lavfi.r128.M=-20')).toThrow(RangeError);
  });
});
