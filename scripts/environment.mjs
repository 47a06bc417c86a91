import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const PNPM = 'pnpm@10.34.9';

/** Settings of the network that may stand in npm_config_ variables and that pnpm needs as well. */
const NETWORK =
  /^npm_config_(registry|ca|cafile|proxy|https?_proxy|https-proxy|noproxy|strict_ssl|userconfig|globalconfig|@.+|\/\/.+)$/i;

/**
 * The environment for everything that is started from here: without what npm tells its scripts (pnpm would take it for
 * settings), and with CI set, so that pnpm never stops to ask a question.
 */
export function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => !/^npm_/i.test(name) || (NETWORK.test(name) && value !== ''),
  );
  const path = [dirname(process.execPath), process.env.PATH].filter(Boolean).join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path, HOME: writableHome(), CI: 'true' };
}

/** npm and pnpm keep their caches below HOME; accounts of services have none that exists. */
function writableHome() {
  try {
    const home = process.env.HOME || homedir();
    accessSync(home, constants.W_OK);
    return home;
  } catch {
    const home = join(ROOT, '.cache/home');
    mkdirSync(home, { recursive: true });
    return home;
  }
}

/** pnpm without installing it: npx keeps it in npm's cache. */
export function pnpm(...args) {
  const npm = process.env.npm_execpath ?? '';
  const npx = join(dirname(npm), 'npx-cli.js');
  // The npx of the npm that runs us, because a machine can have several or none on its path.
  const command = basename(npm) === 'npm-cli.js' && existsSync(npx) ? [process.execPath, npx] : ['npx'];
  return [...command, '--yes', PNPM, ...args];
}
