import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.js';
import { ensureDataDirectory } from './data-directory.js';
import { DataDirectoryInUse } from './errors.js';
import { readLock, waitUntilFree } from './lock-file.js';
import { choosePrivileges } from './privileges.js';
import { launch, type Exit, type LaunchOptions, type ServerProcess } from './server-process.js';

export interface PostgresOptions {
  /** Folder of the data; made when it is missing. */
  dataDir: string;
  /** Gives up durability for speed. Only for data that may be lost, such as that of tests. */
  fast?: boolean;
  /** More arguments for the server, for example `['-c', 'max_connections=200']`. */
  flags?: string[];
  /** Receives each line that the server writes. */
  onLog?: (line: string) => void;
}

export interface RunningPostgres {
  /** Connection address of one database of this server. */
  url(database: string): string;
  socketDir: string;
  pid: number;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<Exit>;
  /** Ends open connections and shuts down. After 4 s it stops at once; the next start then replays its journal. */
  stop(): Promise<void>;
}

const USER = 'latchkey';
const NOT_DURABLE = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/**
 * Starts the PostgreSQL of the npm package, reachable only through a unix socket in a private folder.
 * Call it from the main thread: the server ends with the thread that started it.
 * @throws DataDirectoryInUse when another live server uses the folder
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  const { initdb, postgres } = await findBinaries();
  mkdirSync(dirname(dataDir), { recursive: true });
  const privileges = choosePrivileges([dirname(postgres), dirname(dataDir), socketParent()]);
  await waitUntilFree(dataDir);
  ensureDataDirectory({ initdb, dataDir, user: USER, privileges });

  const socketDir = mkdtempSync(join(socketParent(), 'latchkey-pg-'));
  privileges.give(socketDir);
  const durability = options.fast ? NOT_DURABLE : [];
  const args = ['-D', dataDir, '-c', 'listen_addresses=', '-k', socketDir, ...durability, ...(options.flags ?? [])];
  try {
    const server = await launchWithPatience({ dataDir, postgres, args, privileges, onLog: options.onLog });
    return running(server, socketDir);
  } catch (error) {
    rmSync(socketDir, { recursive: true, force: true });
    throw error;
  }
}

function running(server: ServerProcess, socketDir: string): RunningPostgres {
  const host = encodeURIComponent(socketDir);
  return {
    url: (database) => `postgres://${USER}@${host}:5432/${encodeURIComponent(database)}`,
    socketDir,
    pid: server.pid,
    exited: server.exited,
    async stop() {
      await server.stop();
      rmSync(socketDir, { recursive: true, force: true });
    },
  };
}

/** After kill -9 of the server its last children may hold the shared memory for a moment longer. */
async function launchWithPatience(options: LaunchOptions & { dataDir: string }): Promise<ServerProcess> {
  for (let triesLeft = 40; ; triesLeft--) {
    try {
      return await launch(options);
    } catch (error) {
      const message = String(error);
      const lock = readLock(options.dataDir);
      if (lock && message.includes(`lock file "postmaster.pid" already exists`))
        throw new DataDirectoryInUse(options.dataDir, lock.pid);
      if (triesLeft === 0 || !message.includes('shared memory block')) throw error;
      await sleep(250);
    }
  }
}

/** A socket's path may have 107 bytes at most, which a long TMPDIR leaves no room for. */
function socketParent(): string {
  const folder = tmpdir();
  return Buffer.byteLength(folder) > 60 ? '/tmp' : folder;
}
