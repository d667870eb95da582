import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A folder of clips made for one spec, whose truth is therefore known. */
export class MadeMedia {
  private constructor(readonly folder: string) {}

  static async create(): Promise<MadeMedia> {
    return new MadeMedia(await mkdtemp(join(tmpdir(), 'sightline-media-')));
  }

  /** Runs ffmpeg with these arguments (split at spaces) and gives the path of the made file. */
  async ffmpeg(name: string, args: string): Promise<string> {
    const path = join(this.folder, name);
    await execute('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args.split(' '), path]);
    return path;
  }

  async file(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  /** A new empty folder, as a stage gets it. */
  async scratch(): Promise<string> {
    const path = await mkdtemp(join(this.folder, 'scratch-'));
    await mkdir(path, { recursive: true });
    return path;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
