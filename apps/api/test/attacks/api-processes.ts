import { type ChildProcess, spawn } from 'node:child_process';
import type { Config } from '../../src/config/config.js';
import { bundle } from '../bundle.js';

export interface ApiProcess {
  origin: string;
  end: () => void;
}

/** So many processes of the API on one database, behind a proxy of ours on this machine. */
export async function startApiProcesses(count: number, config: Config): Promise<ApiProcess[]> {
  const file = await bundle('./attacks/api-process.ts');
  const env = {
    MODE: 'test',
    ROLE: 'api',
    APP_SECRET: config.secret,
    DATABASE_URL: config.database.url,
    DATABASE_POOL: '10',
    BCRYPT_COST: '4',
    LOG_LEVEL: 'silent',
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, [file], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  return Promise.all(children.map(ready));
}

function ready(child: ChildProcess): Promise<ApiProcess> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The API ended with ${code} before it answered`)));
    child.stdout?.on('data', (data: Buffer) => {
      const port = /port (\d+)/.exec(data.toString())?.[1];
      if (port) resolve({ origin: `http://127.0.0.1:${port}`, end: () => child.kill('SIGKILL') });
    });
  });
}
