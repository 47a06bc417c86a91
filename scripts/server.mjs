import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cleanEnvironment, ROOT } from './environment.mjs';
import { isAlive } from './prepare.mjs';
import { endsWithParent, launch } from './processes.mjs';

/** The environment of the API: its own PostgreSQL unless DATABASE_URL names a server. */
export function serverEnvironment() {
  const { CI: _, ...env } = cleanEnvironment();
  const ours = { DATA_DIR: resolve(ROOT, process.env.DATA_DIR || '.data'), PORT: process.env.PORT || '3000' };
  if (process.env.CI !== undefined) env.CI = process.env.CI;
  return { ...env, ...ours, ...(process.env.DATABASE_URL ? {} : { LATCHKEY_EMBEDDED: '1' }) };
}

export function launchServer(args, env = {}) {
  const main = join(ROOT, 'apps/api/dist/main.js');
  const command = endsWithParent([process.execPath, '--enable-source-maps', main, ...args]);
  return launch(command, { cwd: ROOT, env: { ...serverEnvironment(), ...env } });
}

/** A sentence about the Latchkey that uses the data folder already, or null. */
export function alreadyRunning() {
  const { DATA_DIR } = serverEnvironment();
  const other = readPidFile(join(DATA_DIR, 'latchkey.pid'));
  if (!other || !isAlive(other.pid) || isSomethingElse(other.pid)) return null;
  return [
    `Latchkey is already running on http://localhost:${other.port} (process ${other.pid}), with its data in ${DATA_DIR}.`,
    `Stop it first: press Ctrl-C where it runs, or run "kill ${other.pid}".`,
    'To run a second one beside it, set both PORT and DATA_DIR.',
  ].join('\n');
}

/** Written by the API as {"pid": …, "port": …}; one that cannot be read counts for nothing. */
function readPidFile(file) {
  try {
    const { pid, port } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** After a restart of the machine the number may belong to another program. Only Linux tells. */
function isSomethingElse(pid) {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && !readFileSync(file, 'utf8').includes('main.js');
}
