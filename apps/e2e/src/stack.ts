import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../api/dist/main.js', import.meta.url));
const STARTS_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 6_000;

export interface StackOptions {
  /** Where messages go. */
  smtpUrl: string;
  demo: 'none' | 'small';
}

export interface Stack {
  /** `http://localhost:port`, without a slash: portal at /, admin at /admin. */
  origin: string;
  /** Everything the product has printed until now. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts the built product as a person would, with a database of its own in a temporary folder. */
export async function startStack({ smtpUrl, demo }: StackOptions): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-e2e-'));
  const port = await freePort();
  // Named one by one: what the person who runs the tests has set must not lead to another database or another port.
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  // The SMS provider of the journeys listens on loopback.
  const product = {
    DATA_DIR: folder,
    PORT: String(port),
    SMTP_URL: smtpUrl,
    BCRYPT_COST: '4',
    OUTGOING_PRIVATE: 'true',
    // A browser of a journey may come from another network than the others (X-Forwarded-For).
    TRUSTED_PROXIES: '127.0.0.1,::1',
  };
  const env = { PATH, HOME, TMPDIR, LANG, ...product };
  const child = spawn(process.execPath, [MAIN, `--demo=${demo}`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collect(child);
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await saysThatItRuns(child, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: `http://localhost:${port}`, output, stop };
}

/** The link for the first owner, as the start printed it. */
export function bootstrapLink(stack: Stack): string {
  const link = /https?:\/\/\S+#t=\S+/.exec(stack.output())?.[0];
  if (!link) throw new Error(`The start printed no link for the first owner:\n${stack.output()}`);
  return link;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  }
  return () => text;
}

async function saysThatItRuns(child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  while (!output().includes('Ctrl-C stops it.')) {
    if (child.exitCode !== null) throw new Error(`Latchkey ended with ${child.exitCode}:\n${output()}`);
    if (Date.now() > until) throw new Error(`Latchkey did not start in time:\n${output()}`);
    await pause(50);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const tooLate = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(tooLate);
}

/** Free when asked; nobody else is likely to take it in the moment until the product listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
