import { spawn } from 'node:child_process';

/**
 * Kills the functions when this process has died. A child notices the loss of its channel by
 * itself, unless its handler spins; a spinning function must not outlive a host killed with SIGKILL,
 * since nobody is left to enforce its timeout. The shell waits for the end of its standard input,
 * which comes however the host dies.
 */
export interface OrphanReaper {
  watch(pid: number): void;
  forget(pid: number): void;
  close(): void;
}

// Process groups, so that what a function started itself goes too.
const script = `
pids=' '
while read -r change pid; do
  case $change in
    +) pids="$pids$pid " ;;
    -) pids="\${pids%% $pid *} \${pids#* $pid }" ;;
  esac
done
for pid in $pids; do kill -9 "-$pid"; done
`;

export const startOrphanReaper = (): OrphanReaper => {
  // Detached: Ctrl-C in the terminal reaches the whole foreground group, and this must survive it.
  const shell = spawn('/bin/sh', ['-c', script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  });
  shell.unref();
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  return {
    watch: (pid) => shell.stdin.write(`+ ${pid}\n`),
    forget: (pid) => shell.stdin.write(`- ${pid}\n`),
    close: () => shell.stdin.end(),
  };
};
