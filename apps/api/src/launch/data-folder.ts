import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where a local installation keeps its database, its secret and the number of its process. */
export const dataFolder = (): string => resolve(process.env.DATA_DIR ?? '.data');

/** The secret of a local installation: made once, readable by its owner only. */
export function localSecret(folder: string): string {
  const file = join(folder, 'app-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Marks the folder as in use by this process; the answer removes the mark. */
export function markRunning(folder: string, port: number): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'latchkey.pid');
  writeFileSync(file, JSON.stringify({ pid: process.pid, port }));
  return () => rmSync(file, { force: true });
}
