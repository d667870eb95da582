import { lstatSync, readlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { bridgeMount, bridged } from './network-bridge.js';
import type { SandboxTier, ToolEgressProxy, ToolLimits, ToolNetwork, ToolPaths } from './tool.js';

/** A way of starting a tool. Chosen once at start by self-test (sandbox-self-test.ts) and then used for every run. */
export interface Sandbox {
  readonly tier: SandboxTier;
  /** bubblewrap's own `--disable-userns`, absent before 0.8. */
  readonly refusesNestedNamespaces: boolean;
}

export interface SandboxedCommand {
  readonly executable: string;
  readonly args: (at: ToolPaths) => readonly string[];
  readonly inputPath?: string | undefined;
  readonly outputDir?: string | undefined;
  readonly programDir?: string | undefined;
  /** The only way to the network at tier 3; without a meaning below it. */
  readonly egressProxy?: ToolEgressProxy | undefined;
  /** Files and folders of the program itself, outside the system folders; read-only, at their own paths. */
  readonly programPaths: readonly string[];
  readonly limits: ToolLimits;
}

/** The paths that a record may name: never those of the host. */
export const INSIDE: ToolPaths = { input: '/in', output: '/out', program: '/program' };

/** Best first. Tier 2 (Landlock and seccomp without namespaces) is not built: it needs a launcher of our own or setpriv 2.41. */
export const SANDBOXES: readonly Sandbox[] = [
  { tier: 3, refusesNestedNamespaces: true },
  { tier: 3, refusesNestedNamespaces: false },
  { tier: 1, refusesNestedNamespaces: false },
  { tier: 0, refusesNestedNamespaces: false },
];

/** The whole command line, from the first launcher to the tool's last argument. */
export function sandboxedCommand(sandbox: Sandbox, command: SandboxedCommand): [string, ...string[]] {
  const at = sandbox.tier === 3 ? INSIDE : hostPaths(command);
  const tool = [command.executable, ...command.args(at)];
  const inside = command.egressProxy ? bridged(command.egressProxy, tool) : tool;
  const limited = ['prlimit', ...resourceLimits(command.limits), '--'] as const;
  const byTier: Readonly<Record<SandboxTier, () => [string, ...string[]]>> = {
    3: () => [...limited, 'bwrap', ...bubblewrapArgs(sandbox, command), '--', ...inside],
    2: () => {
      throw new TypeError('sandbox tier 2 is not built');
    },
    // First of all the death signal: a worker killed before it is set would leave the tool to its CPU limit.
    1: () => ['setpriv', '--pdeathsig', 'KILL', '--no-new-privs', '--', ...limited, ...tool],
    0: () => [...limited, ...tool],
  };
  return byTier[sandbox.tier]();
}

/** What {@link sandboxedCommand} makes of the network for a tool with or without a proxy. */
export function networkOf({ tier }: Sandbox, egressProxy: ToolEgressProxy | undefined): ToolNetwork {
  if (tier === 3) return egressProxy ? 'proxy-forced' : 'none';
  return egressProxy ? 'proxy-told' : 'unconfined';
}

function hostPaths(command: SandboxedCommand): ToolPaths {
  return {
    input: command.inputPath ?? INSIDE.input,
    output: command.outputDir ?? INSIDE.output,
    program: command.programDir ?? INSIDE.program,
  };
}

function resourceLimits(limits: ToolLimits): string[] {
  return [
    `--as=${limits.addressSpaceBytes}`,
    `--cpu=${limits.cpuSeconds}`,
    `--fsize=${limits.fileSizeBytes}`,
    '--nofile=64',
    '--core=0',
  ];
}

function bubblewrapArgs(sandbox: Sandbox, command: SandboxedCommand): string[] {
  return [
    '--unshare-all',
    ...(sandbox.refusesNestedNamespaces ? ['--unshare-user', '--disable-userns'] : []),
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    ...SYSTEM_MOUNTS,
    '--dev',
    '/dev',
    '--tmpfs',
    '/tmp',
    ...command.programPaths.filter(isOutsideSystem).flatMap((path) => ['--ro-bind', path, path]),
    ...(command.inputPath === undefined ? [] : ['--ro-bind', command.inputPath, INSIDE.input]),
    ...(command.programDir === undefined ? [] : ['--ro-bind', command.programDir, INSIDE.program]),
    ...(command.egressProxy === undefined ? [] : bridgeMount(command.egressProxy)),
    ...(command.outputDir === undefined ? [] : ['--bind', command.outputDir, INSIDE.output]),
    '--chdir',
    '/',
  ];
}

/** Libraries and programs; of /etc only what the loader, fonts and TLS read. No /proc, no home, no other evidence. */
const SYSTEM_MOUNTS: readonly string[] = [
  ...['/usr', '/bin', '/lib', '/lib64'].flatMap(sameAsHost),
  ...[
    '/etc/alternatives',
    '/etc/ld.so.cache',
    '/etc/fonts',
    '/etc/ssl/certs',
    '/etc/ssl/openssl.cnf',
  ].flatMap((path) => ['--ro-bind-try', path, path]),
];

function sameAsHost(path: string): string[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  return found.isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path];
}

function isOutsideSystem(path: string): boolean {
  if (path === '/' || path === homedir()) throw new TypeError('a program may not bring a whole disk or home');
  return !path.startsWith('/usr/');
}
