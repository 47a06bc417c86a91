import { launch, isBeingStopped } from './processes.mjs';
import { cleanEnvironment, ROOT } from './environment.mjs';

const HEARTBEAT_MS = 8_000;

export class StepFailed extends Error {
  isExplained = true;
}

export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one named step. Its output stays hidden unless it fails; meanwhile a line tells at least every 10 s that it is
 * still at work and what it said last. `summary` may add to the line that reports success.
 */
export async function step(name, command, { cwd = ROOT, env = {}, summary = () => '' } = {}) {
  const started = Date.now();
  const output = [];
  console.log(`▸ ${name}`);
  const { child, result } = launch(command, {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (data) => output.push(data));
  child.stderr.on('data', (data) => output.push(data));
  const heartbeat = setInterval(
    () => console.log(`  … ${name}: ${seconds(started)}${lastWords(output)}`),
    HEARTBEAT_MS,
  );
  const code = await result.finally(() => clearInterval(heartbeat));
  if (isBeingStopped()) throw new StepFailed(`Stopped: ${name}`);
  if (code !== 0) {
    process.stdout.write(`\n${Buffer.concat(output).toString('utf8')}\n`);
    throw new StepFailed(`✗ ${name} failed after ${seconds(started)} (exit code ${code}); its output stands above.`);
  }
  console.log(`✓ ${name}${summary()} (${seconds(started)})`);
}

function lastWords(output) {
  const tail = Buffer.concat(output.slice(-5)).toString('utf8');
  // eslint-disable-next-line no-control-regex -- terminal colours are control characters
  const lines = tail.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').split(/[\r\n]+/);
  const last = lines.map((line) => line.trim()).findLast((line) => line !== '' && !line.startsWith('npm warn'));
  return last ? `, ${last.slice(0, 100)}` : '';
}
