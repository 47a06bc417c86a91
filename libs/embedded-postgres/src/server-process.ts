import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanEnvironment } from './environment.js';
import type { Privileges } from './privileges.js';

export interface LaunchOptions {
  postgres: string;
  args: string[];
  privileges: Privileges;
  onLog?: ((line: string) => void) | undefined;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface ServerProcess {
  pid: number;
  exited: Promise<Exit>;
  stop(): Promise<void>;
}

const STOP_PATIENCE_MS = 4_000;
const KEPT_LINES = 60;

/** Starts the server and waits until it accepts connections; rejects with its last words when it does not. */
export async function launch({ postgres, args, privileges, onLog }: LaunchOptions): Promise<ServerProcess> {
  const [command = postgres, ...rest] = [...privileges.serverPrefix, postgres, ...args];
  const child = spawn(command, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: cleanEnvironment(),
    // A process group of its own: Ctrl-C reaches only node, which finishes its requests before it stops the server.
    detached: true,
    ...privileges.spawnAs,
  });
  const exited = new Promise<Exit>((settle) => child.once('exit', (code, signal) => settle({ code, signal })));
  await ready(child, onLog);
  return { pid: child.pid ?? 0, exited, stop: () => stop(child, exited) };
}

function ready(child: ChildProcess, onLog?: (line: string) => void): Promise<void> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    if (!child.stderr) return reject(new Error('PostgreSQL was started without its log'));
    child.once('error', reject);
    child.once('close', (code) =>
      reject(new Error(`PostgreSQL ended with ${code} while starting:\n${lines.join('\n')}`)),
    );
    createInterface({ input: child.stderr }).on('line', (line) => {
      onLog?.(line);
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      if (line.includes('database system is ready to accept connections')) resolve();
    });
  });
}

async function stop(child: ChildProcess, exited: Promise<Exit>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const timer = new AbortController();
  const late = sleep(STOP_PATIENCE_MS, 'late', { signal: timer.signal }).catch(() => 'in time');
  if ((await Promise.race([exited, late])) === 'late') child.kill('SIGQUIT');
  await exited;
  timer.abort();
}
