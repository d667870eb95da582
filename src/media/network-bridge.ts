import type { ToolEgressProxy } from './tool.js';

/** Where the sandbox sees the proxy's Unix socket. */
const SOCKET_INSIDE = '/egress-proxy';

/** The bridge could not be built, or the tool not be started; what failed is on standard error. */
export const BRIDGE_FAILED_EXIT_CODE = 125;

/**
 * What runs between bubblewrap and the tool, inside: listens on 127.0.0.1 at the port in its first argument, leaves behind a
 * relay from there to the Unix socket in the second, and becomes the tool in the rest. So descriptors, exit code and signals are
 * the tool's own. In perl, which the desk needs anyway for exiftool and which forks; node would cost some 40 MB more a run.
 */
const BRIDGE = `
use strict;
use Socket;
my ($port, $proxy, @tool) = @ARGV;
sub stop { print STDERR "network bridge: $_[0]: $!\\n"; exit ${BRIDGE_FAILED_EXIT_CODE} }

socket(my $listener, PF_INET, SOCK_STREAM, 0) or stop('socket');
bind($listener, pack_sockaddr_in($port, INADDR_LOOPBACK)) or stop('bind');
listen($listener, SOMAXCONN) or stop('listen');
my $first = fork // stop('fork');
if ($first) {
  waitpid $first, 0;
  exec { $tool[0] } @tool or stop($tool[0]);
}
# The second fork makes init the parent: a tool that waits for its children must find only its own.
exit if fork // stop('fork');
$SIG{CHLD} = 'IGNORE';
while (accept(my $near, $listener)) {
  relay($near) if !(fork // 1);
}

sub relay {
  my ($near) = @_;
  socket(my $far, PF_UNIX, SOCK_STREAM, 0) or exit 1;
  connect($far, pack_sockaddr_un($proxy)) or exit 1;
  my $other = fork // exit 1;
  my ($from, $to) = $other ? ($near, $far) : ($far, $near);
  while (sysread $from, my $bytes, 65536) {
    while (length $bytes) {
      my $written = syswrite($to, $bytes) // exit 1;
      substr($bytes, 0, $written, '');
    }
  }
  shutdown $to, 1;
  exit;
}
`;

/** The mount that a bridged tool needs: only `connect` passes a read-only one. */
export function bridgeMount({ socketPath }: ToolEgressProxy): readonly string[] {
  return ['--ro-bind', socketPath, SOCKET_INSIDE];
}

/**
 * `tool` behind a bridge, to be run in a network namespace of its own: it can reach the proxy and nothing else, whatever it was
 * told or has become. Dies with the process namespace. Ends with {@link BRIDGE_FAILED_EXIT_CODE} when that fails.
 */
export function bridged(proxy: Pick<ToolEgressProxy, 'port'>, tool: readonly string[]): readonly string[] {
  return ['perl', '-e', BRIDGE, '--', String(proxy.port), SOCKET_INSIDE, ...tool];
}
