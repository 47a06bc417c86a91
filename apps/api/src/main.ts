import 'reflect-metadata';
import { DataDirectoryInUse } from '@latchkey/embedded-postgres';
import { createApp } from './app.js';
import { ConfigError, readConfig } from './config/config.js';
import { DEMO_LOGINS, type DemoSize, loadDemo } from './db/demo/load-demo.js';
import { demoVisit } from './db/demo/demo-visit.js';
import { registerPages } from './http/pages.js';
import { markRunning } from './launch/data-folder.js';
import { prepareEnvironment } from './launch/environment.js';
import { migrate } from './launch/migrate.js';
import { onStop } from './launch/stop.js';
import { welcome } from './launch/welcome.js';
import { ensureBootstrapLink } from './staff/bootstrap.js';

const SIZES: readonly string[] = ['none', 'small', 'large'] satisfies DemoSize[];

/** `--demo=small|large|none`; small when nothing is said. */
function demoSize(): DemoSize {
  const asked =
    process.argv.find((part) => part.startsWith('--demo='))?.slice('--demo='.length) ?? process.env.DEMO ?? 'small';
  if (!SIZES.includes(asked)) throw new ConfigError(`--demo: must be one of ${SIZES.join(', ')}`);
  return asked as DemoSize;
}

async function main(): Promise<void> {
  const size = process.env.MODE === 'production' ? 'none' : demoSize();
  const launch = await prepareEnvironment(process.env, size !== 'none');
  const stopping = onStop(launch.stop);
  const config = readConfig(launch.env);
  if (config.mode !== 'production' || process.argv.includes('migrate')) await migrate(config);
  if (process.argv.includes('migrate')) return stopping.stop(0);

  const app = await createApp(config);
  stopping.before(() => app.close());
  if (config.mode !== 'production') await loadDemo(app, size);
  if (config.role === 'worker') {
    await app.init();
    return;
  }
  await registerPages(app, config);
  await app.listen(config.port, config.host);
  if (config.mode !== 'production') {
    const unmark = markRunning(launch.folder, config.port);
    stopping.before(async () => unmark());
  }
  const logins = size === 'none' ? [] : [...DEMO_LOGINS, ...(await demoVisit(app))];
  process.stdout.write(welcome(config, logins, await ensureBootstrapLink(app)));
}

main().catch((error: unknown) => {
  if (error instanceof DataDirectoryInUse || error instanceof ConfigError) process.stderr.write(`\n${error.message}\n`);
  else
    process.stderr.write(
      `\nLatchkey could not start.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  process.exit(1);
});
