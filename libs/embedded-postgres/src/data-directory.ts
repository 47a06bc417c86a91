import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cleanEnvironment } from './environment.js';
import type { Privileges } from './privileges.js';
import { processState } from './process-state.js';

interface NewDirectory {
  initdb: string;
  dataDir: string;
  user: string;
  privileges: Privileges;
}

/**
 * Makes the data directory when there is none. It is made beside its place and then renamed, so that a run that was
 * killed half-way leaves nothing that looks finished.
 */
export function ensureDataDirectory(target: NewDirectory): void {
  if (existsSync(join(target.dataDir, 'PG_VERSION'))) return;
  if (existsSync(target.dataDir) && readdirSync(target.dataDir).length > 0) {
    throw new Error(`${target.dataDir} is not empty and holds no PostgreSQL data: choose another directory.`);
  }
  removeAbandoned(target.dataDir);
  const unfinished = `${target.dataDir}.init-${process.pid}`;
  mkdirSync(unfinished, { mode: 0o700 });
  target.privileges.give(unfinished);
  try {
    runInitdb(target, unfinished);
    renameSync(unfinished, target.dataDir);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Somebody else was faster: the server's own lock decides who may use the directory.
    if (!existsSync(join(target.dataDir, 'PG_VERSION'))) throw error;
  }
}

function runInitdb({ initdb, user, privileges }: NewDirectory, folder: string): void {
  // A fresh Debian has only the C and POSIX locales; ICU brings its own and sorts names of all scripts properly.
  const locale = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C'];
  const [command = initdb, ...args] = [
    ...privileges.prefix,
    initdb,
    '-D',
    folder,
    '-U',
    user,
    '-A',
    'trust',
    ...locale,
  ];
  const result = spawnSync(command, [...args, '--no-sync', '--no-instructions'], {
    encoding: 'utf8',
    env: cleanEnvironment(),
    ...privileges.spawnAs,
  });
  if (result.status !== 0)
    throw new Error(`PostgreSQL could not make ${folder}: ${result.error?.message ?? result.stderr}`);
}

/** Removes what runs that were killed during initdb left beside the data directory. */
function removeAbandoned(dataDir: string): void {
  const start = `${basename(dataDir)}.init-`;
  for (const name of readdirSync(dirname(dataDir))) {
    const pid = Number(name.slice(start.length));
    if (!name.startsWith(start) || !Number.isInteger(pid)) continue;
    if (pid === process.pid || processState(pid) !== 'alive')
      rmSync(join(dirname(dataDir), name), { recursive: true, force: true });
  }
}
