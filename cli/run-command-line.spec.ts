import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from './commands/index.js';
import { runCommandLine } from './run-command-line.js';
import type { Terminal } from './terminal.js';

class Recorder implements Terminal {
  readonly answers: string[] = [];
  readonly notes: string[] = [];
  out(line: string): void {
    this.answers.push(line);
  }
  note(line: string): void {
    this.notes.push(line);
  }
  progress(): void {}
  endProgress(): void {}
}

async function run(...args: string[]): Promise<{ code: number; answers: string; notes: string }> {
  const terminal = new Recorder();
  const around = {
    env: { SIGHTLINE_URL: 'http://127.0.0.1:9', SIGHTLINE_TOKEN: 'invented' },
    projectDir: '/nowhere',
  };
  const code = await runCommandLine(args, { terminal, around, cwd: '/nowhere' });
  return { code, answers: terminal.answers.join('\n'), notes: terminal.notes.join('\n') };
}

describe('the command line', () => {
  it('help lists every command and no command of a later version', async () => {
    const { code, answers } = await run('help');
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(answers).toContain(`  ${name}`);
    expect(answers).not.toMatch(/export/);
  });

  it.each(COMMANDS.map(({ name }) => name))('help %s and %s --help say how to use it', async (name) => {
    const { answers } = await run('help', name);
    expect(answers).toMatch(new RegExp(`^sightline ${name} `));
    expect(await run(name, '--help')).toMatchObject({ code: 0, answers });
  });

  it.each([
    [['frobnicate'], 'no command "frobnicate"'],
    [['submit'], 'Which link?'],
    [['submit', '--colour', 'red', 'https://a.example'], "Unknown option '--colour'"],
    [['submit', '--note'], "'--note"],
    [['submit', 'https://a.example', '--csv', 'x.csv'], 'not both'],
    [['submit', 'https://a.example', '--timezone', 'Asia/Damascus'], 'A time zone needs a time.'],
    [['submit', 'https://a.example', '--time', 'noon', '--timezone', 'Syria'], 'is no time zone'],
    [['upload'], 'Give one file'],
    [['status'], 'Give the id of one clip'],
    [['status', 'a', 'b'], 'Give the id of one clip'],
    [['status', 'nonsense'], '"nonsense" is not the id of a clip'],
    [['token', 'revoke', 'x'], '"x" is not the id of a token'],
    [['list', '--limit', '0'], '--limit is a number from 1 to 200'],
    [['verify'], 'verify --all'],
    [['verify', 'bag.zip'], 'not possible in this version'],
    [['token'], 'token create, token list or token revoke?'],
    [['token', 'create', 'phone'], 'Which --scope'],
    [['token', 'create', '--scope', 'read'], 'Give the token one name'],
  ])('%j is a mistake of usage: exit code 2 and one line that says why', async (args, message) => {
    const { code, answers, notes } = await run(...args);
    expect({ code, answers }).toEqual({ code: 2, answers: '' });
    expect(notes).toContain(message);
    expect(notes).not.toContain('    at ');
  });

  it('no command at all shows the help on standard error and is a mistake', async () => {
    expect(await run()).toMatchObject({
      code: 2,
      answers: '',
      notes: expect.stringContaining('sightline COMMAND'),
    });
  });

  it('with --json a failure is JSON on standard output as well', async () => {
    const { code, answers } = await run('status', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(answers)).toEqual({ code: 'usage', detail: 'Give the id of one clip.' });
  });
});
