import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '@latchkey/embedded-postgres';
import { dataFolder, localSecret } from './data-folder.js';

export interface Launch {
  env: NodeJS.ProcessEnv;
  /** Ends what was started for this run. */
  stop: () => Promise<void>;
  embedded: boolean;
  folder: string;
}

/**
 * Fills in what a local run does not have to be told: a database of its own (unless DATABASE_URL names one) and a secret.
 * MODE=production is told everything from outside.
 */
export async function prepareEnvironment(env: NodeJS.ProcessEnv, demoAsked: boolean): Promise<Launch> {
  const folder = dataFolder();
  if (env.MODE === 'production') return { env, stop: async () => undefined, embedded: false, folder };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const local: NodeJS.ProcessEnv = {
    MODE: demoAsked ? 'demo' : 'development',
    APP_SECRET: localSecret(folder),
    LOG_LEVEL: 'warn',
    BCRYPT_COST: '10',
    ERASURE_JOURNAL: join(folder, 'erasures.jsonl'),
    ...env,
  };
  if (env.DATABASE_URL) return { env: local, stop: async () => undefined, embedded: false, folder };
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  let stopping = false;
  void postgres.exited.then(() => {
    if (!stopping)
      throw new Error('PostgreSQL has ended unexpectedly; start again, nothing that was confirmed is lost');
  });
  const stop = (): Promise<void> => {
    stopping = true;
    return postgres.stop();
  };
  return { env: { ...local, DATABASE_URL: postgres.url('postgres') }, stop, embedded: true, folder };
}
