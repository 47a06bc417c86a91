import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pnpm, ROOT } from './environment.mjs';
import { packages } from './fingerprint.mjs';
import { prepare } from './prepare.mjs';
import { isBeingStopped, stopOnSignals } from './processes.mjs';
import { step, StepFailed } from './steps.mjs';

const IGNORED = new Set(['node_modules', 'dist']);

/** Everything that has to hold, step by step; the last line of a green run is "N passed, 0 failed". */
export async function test() {
  stopOnSignals();
  await prepare();
  await sideBySide(
    () => step('Check the types and the rules of all code', pnpm('run', 'lint')),
    () => step('Check format, borders and unused code', pnpm('run', 'check:others')),
  );
  const reports = mkdtempSync(join(tmpdir(), 'latchkey-reports-'));
  try {
    return await runTests(reports);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

async function runTests(reports) {
  const tested = packages().filter(({ folder }) => hasTests(folder));
  const find = (isWanted) => tested.filter(({ folder }) => isWanted(basename(folder))).map(({ folder }) => folder);
  const api = find((name) => name === 'api');
  const journeys = find((name) => name === 'e2e');
  const others = find((name) => name !== 'api' && name !== 'e2e');

  const counts = { passed: 0, failed: 0, skipped: 0, isRed: false };
  const run = async (folders) => {
    for (const folder of folders) if (!counts.isRed) await runPackage(folder, reports, counts);
  };
  try {
    // Two lanes for two cores: the API's tests take about as long as all others together. Journeys want both cores.
    await sideBySide(
      () => run(api),
      () => run(others),
    );
    await run(journeys);
  } catch (error) {
    if (!error.isExplained || isBeingStopped()) throw error;
    console.error(error.message);
    counts.failed = Math.max(counts.failed, 1); // A file that does not load fails without counting as a test.
  }
  if (counts.passed + counts.failed === 0) throw new StepFailed('No tests were found.');
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 ? 0 : 1;
}

async function runPackage(folder, reports, counts) {
  const name = `${basename(dirname(folder))}/${basename(folder)}`;
  const report = join(reports, `${basename(folder)}.json`);
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const title = basename(folder) === 'e2e' ? `Browser journeys (${name})` : `Tests of ${name}`;
  try {
    const summary = () => `: ${readReport(report).numPassedTests} passed`;
    await step(title, [process.execPath, vitest, ...args], { cwd: folder, env: { FORCE_COLOR: '0' }, summary });
  } catch (error) {
    counts.isRed = true; // The other lane starts nothing more.
    throw error;
  } finally {
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = readReport(report);
    counts.passed += numPassedTests;
    counts.failed += numFailedTests;
    counts.skipped += numPendingTests;
  }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Waits for all even when one fails, so that nothing goes on in the background; then reports the first failure. */
async function sideBySide(...lanes) {
  const results = await Promise.allSettled(lanes.map((lane) => lane()));
  const failures = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
  for (const failure of failures.slice(1)) console.error(failure.message);
  if (failures.length > 0) throw failures[0];
}

function hasTests(folder) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (entry.isDirectory()) return !IGNORED.has(entry.name) && hasTests(join(folder, entry.name));
    return /\.test\.tsx?$/.test(entry.name);
  });
}
