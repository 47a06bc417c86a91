import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pnpm, ROOT } from './environment.mjs';
import {
  installFingerprint,
  isInstalled,
  outputFingerprint,
  packages,
  remember,
  remembered,
  sourceFingerprint,
} from './fingerprint.mjs';
import { isBeingStopped } from './processes.mjs';
import { step, StepFailed } from './steps.mjs';

const LOCK = join(ROOT, '.cache/prepare.lock');

/** Installs the packages and builds everything, or nothing of it when nothing has changed. */
export async function prepare() {
  await takeTurn();
  try {
    await install();
    await build();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

async function install() {
  const wanted = installFingerprint();
  if (remembered('installed') === wanted && isInstalled()) return console.log('✓ Packages are installed');
  await step('Install packages', pnpm('install', '--frozen-lockfile'));
  remember('installed', wanted);
}

async function build() {
  // Taken before the build: what is edited meanwhile is built the next time.
  const sources = sourceFingerprint();
  if (remembered('built') === `${sources} ${outputFingerprint()}`) return console.log('✓ Everything is built');
  // Compilers leave the output of deleted sources behind, and a deleted migration must not run.
  for (const { folder } of packages()) rmSync(join(folder, 'dist'), { recursive: true, force: true });
  await step('Build all parts', pnpm('-r', 'run', 'build'));
  remember('built', `${sources} ${outputFingerprint()}`);
}

/** Two runs in one checkout install and build one after the other. */
async function takeTurn() {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  for (let waits = 0; ; waits++) {
    try {
      return writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : 0;
    if (holder > 0 && !isAlive(holder)) rmSync(LOCK, { force: true });
    else if (waits % 16 === 0)
      console.log(`  … another run (process ${holder}) is installing or building here; waiting for it`);
    if (isBeingStopped()) throw new StepFailed('Stopped while waiting for another run.');
    await sleep(500);
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
