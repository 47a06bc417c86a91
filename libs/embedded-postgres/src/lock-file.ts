import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataDirectoryInUse } from './errors.js';
import { isSomethingElse, processState } from './process-state.js';

/** How long a server that is starting, running or stopping may still hold the directory (ms). */
const PATIENCE = { ready: 2_500, other: 30_000, zombie: 2_000 };

/**
 * Waits until no server uses the directory any more. A server whose parent was killed needs a moment to end; one that
 * stays ready has a living parent.
 * @throws DataDirectoryInUse
 */
export async function waitUntilFree(dataDir: string): Promise<void> {
  const started = Date.now();
  for (;;) {
    const lock = readLock(dataDir);
    if (!lock) return;
    const waited = Date.now() - started;
    if (isStale(lock.pid, dataDir, waited)) {
      rmSync(lock.file, { force: true });
      return;
    }
    if (waited > (lock.isReady ? PATIENCE.ready : PATIENCE.other)) throw new DataDirectoryInUse(dataDir, lock.pid);
    await sleep(50);
  }
}

/** postmaster.pid: the process id on the first line, the server's state on the eighth. */
export function readLock(dataDir: string): { file: string; pid: number; isReady: boolean } | null {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return { file, pid, isReady: lines[7]?.trim() === 'ready' };
}

function isStale(pid: number, dataDir: string, waited: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return waited > PATIENCE.zombie;
  const state = processState(pid);
  if (state === 'zombie') return waited > PATIENCE.zombie;
  return state === 'gone' || isSomethingElse(pid, realpathSync(dataDir));
}
