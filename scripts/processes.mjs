import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

/** Everything started here ends within this time after Ctrl-C or SIGTERM. */
const STOP_PATIENCE_MS = 4_800;

const running = new Set();
let isStopping = false;

/**
 * Starts a program as the head of its own process group, so that Ctrl-C reaches it once, from here.
 * `result` settles with its exit code, 128 + n when signal n ended it.
 */
export function launch(command, options) {
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: 'inherit', ...options, detached: true });
  running.add(child);
  const result = new Promise((resolve, reject) => {
    child.once('error', (cause) =>
      reject(Object.assign(new Error(`${program} could not be started: ${cause.message}`), { isExplained: true })),
    );
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  }).finally(() => running.delete(child));
  return { child, result };
}

/** Lets the program end by itself when this process is killed outright; only Linux can. */
export function endsWithParent(command) {
  if (process.platform !== 'linux') return command;
  const { stdout } = spawnSync('setpriv', ['--version'], { encoding: 'utf8' });
  return stdout?.includes('util-linux') ? ['setpriv', '--pdeathsig', 'TERM', ...command] : command;
}

export function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Ends a whole group: politely first, then by force. */
export async function endGroup(child, result) {
  signalGroup(child, 'SIGTERM');
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_PATIENCE_MS);
  await result.catch(() => undefined);
  clearTimeout(force);
}

/**
 * On Ctrl-C and the like: tells all that runs to end and exits when it has. With `isExitOurs` false the caller
 * decides the exit code once its program has ended.
 */
export function stopOnSignals({ isExitOurs = true } = {}) {
  stopWithNpm();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      const children = [...running];
      for (const child of children) signalGroup(child, signal === 'SIGHUP' ? 'SIGTERM' : signal);
      setTimeout(() => {
        for (const child of children) signalGroup(child, 'SIGKILL');
      }, STOP_PATIENCE_MS).unref();
      if (isExitOurs) process.exitCode = 128 + constants.signals[signal];
    });
  }
}

/** npm that is killed outright cannot tell us, but then we have another parent. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 1_000);
  watch.unref();
}

export const isBeingStopped = () => isStopping;
