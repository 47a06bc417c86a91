import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const TICKS_PER_SECOND = 100;

/** CPU milliseconds that a process has used; 0 where /proc does not exist. */
export function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

export interface Server {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a server in a process of its own and waits until it answers. */
export async function startServer(options: {
  args: string[];
  cwd: string;
  env: Record<string, string>;
  url: string;
  health: string;
  patienceSeconds: number;
}): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let tries = 0; tries < options.patienceSeconds * 5; tries += 1) {
    const answer = await fetch(options.url + options.health).catch(() => undefined);
    if (answer?.ok) {
      const stop = async (): Promise<void> => {
        child.kill('SIGTERM');
        await ended;
      };
      return { url: options.url, pid: child.pid ?? 0, stop };
    }
    if (child.exitCode !== null) throw new Error(`${options.args.join(' ')} ended with ${child.exitCode}`);
    await sleep(200);
  }
  child.kill('SIGKILL');
  throw new Error(`${options.url} did not answer within ${options.patienceSeconds} s`);
}
