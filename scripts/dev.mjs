import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanEnvironment, pnpm, ROOT } from './environment.mjs';
import { prepare } from './prepare.mjs';
import { endGroup, isBeingStopped, launch, stopOnSignals } from './processes.mjs';
import { alreadyRunning, launchServer } from './server.mjs';

const BUILT_API = join(ROOT, 'apps/api/dist');
const QUIET_MS = 400;

/** Builds once, then compiles all parts at every change and starts the API again when its code has changed. */
export async function dev(args) {
  const problem = alreadyRunning();
  if (problem) {
    console.error(problem);
    return 1;
  }
  stopOnSignals();
  await prepare();
  const compilers = launch(pnpm('-r', '--parallel', 'run', 'dev'), { cwd: ROOT, env: cleanEnvironment() });
  // Without its compilers the rest would serve old code for ever.
  const end = () => isBeingStopped() || process.kill(process.pid, 'SIGTERM');
  compilers.result.then(end, end);
  await serveAndRestart(args);
  await endGroup(compilers.child, compilers.result);
  return process.exitCode ?? 0;
}

async function serveAndRestart(args) {
  let changedAt = 0;
  const watcher = watch(BUILT_API, { recursive: true }, () => (changedAt = Date.now()));
  let code = codeDigest();
  let server = launchServer(args, { NODE_ENV: process.env.NODE_ENV || 'development' });
  while (!isBeingStopped()) {
    await sleep(QUIET_MS / 2);
    if (changedAt === 0 || Date.now() - changedAt < QUIET_MS) continue;
    changedAt = 0;
    const next = codeDigest();
    if (next === code || isBeingStopped()) continue; // The compiler wrote the same again.
    code = next;
    console.log('▸ Start the API again');
    await endGroup(server.child, server.result);
    server = launchServer(args, { NODE_ENV: process.env.NODE_ENV || 'development' });
  }
  watcher.close();
  await server.result;
}

function codeDigest() {
  const hash = createHash('sha256');
  const names = readdirSync(BUILT_API, { recursive: true }).filter((name) => name.endsWith('.js'));
  for (const name of names.toSorted((one, other) => one.localeCompare(other))) {
    const file = join(BUILT_API, name);
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  return hash.digest('hex');
}
