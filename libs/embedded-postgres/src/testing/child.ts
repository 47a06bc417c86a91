import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const COMPILED = join(PACKAGE, 'node_modules/.cache/child');

/** A process of its own needs JavaScript: compiles src once, beside the packages it imports. */
export function compileForChild(): void {
  const tsc = join(PACKAGE, '../../node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', PACKAGE, '--outDir', COMPILED, '--declaration', 'false']);
}

/** Starts PostgreSQL from another node process, as npm start does, and waits for what it tells about it. */
export async function startInChild(dataDir: string): Promise<{ node: ChildProcess; pid: number; url: string }> {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(join(COMPILED, 'index.js'))});
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify({ pid: server.pid, url: server.url('postgres') }));`;
  const node = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: node.stdout })) {
    return { node, ...(JSON.parse(line) as { pid: number; url: string }) };
  }
  throw new Error('The child process ended before it started PostgreSQL');
}
