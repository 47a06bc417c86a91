import { prepare } from './prepare.mjs';
import { stopOnSignals } from './processes.mjs';
import { alreadyRunning, launchServer } from './server.mjs';
import { seconds } from './steps.mjs';

/** Installs, builds and serves; settles with the exit code of the API. */
export async function start(args) {
  const problem = alreadyRunning();
  if (problem) {
    console.error(problem);
    return 1;
  }
  const started = Date.now();
  stopOnSignals({ isExitOurs: false });
  await prepare();
  console.log(`▸ Start Latchkey (${seconds(started)} so far)`);
  return launchServer(args.filter((arg) => arg !== '--')).result;
}
