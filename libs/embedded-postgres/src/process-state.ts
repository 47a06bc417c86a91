import { existsSync, readFileSync, readlinkSync } from 'node:fs';

export type ProcessState = 'gone' | 'zombie' | 'alive';

/** A zombie is dead but not yet collected by its parent; without an init process it stays so for ever. */
export function processState(pid: number): ProcessState {
  if (existsSync('/proc/self/status')) {
    const status = readOrNull(`/proc/${pid}/status`);
    if (status === null) return 'gone';
    return /^State:\s+[ZX]/m.test(status) ? 'zombie' : 'alive';
  }
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : 'gone';
  }
}

/** True when the pid was given to an unrelated process after a restart of the machine or container. */
export function isSomethingElse(pid: number, dataDir: string): boolean {
  const name = readOrNull(`/proc/${pid}/comm`);
  if (name === null) return false;
  if (name.trim() !== 'postgres') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== dataDir;
  } catch {
    return false; // Another user's PostgreSQL: rather believe the file.
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
