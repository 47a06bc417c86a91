import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

export interface BundledChromium {
  executablePath: string;
  env: Record<string, string>;
}

const CACHE = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
const ARCHIVES = ['fonts', 'swiftshader', 'al2023'];

/**
 * The Chromium inside the npm package, unpacked once with the libraries and fonts that a bare Debian lacks.
 * The package's own start-up code is not used: it unpacks into the shared temporary folder, where another user's
 * copy gets in the way, and it switches the web's security off.
 */
export async function bundledChromium(): Promise<BundledChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The bundled Chromium runs on Linux x64 only: install Chromium and name it in CHROMIUM_PATH.');
  }
  const root = packageFolder();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(root, 'bin'), folder);

  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const libraries = [join(folder, 'al2023/lib'), join(folder, 'swiftshader')].join(':');
  const env: Record<string, string> = { ...Object.fromEntries(inherited), LD_LIBRARY_PATH: libraries };
  // Without any font Chromium crashes; where the system has fonts they are the better ones.
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = writeFontConfiguration(folder);
  return { executablePath: join(folder, 'chromium'), env };
}

function packageFolder(): string {
  let folder = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
  while (!existsSync(join(folder, 'bin'))) folder = dirname(folder);
  return folder;
}

/** Unpacks beside its place and renames, so that a run that was killed leaves nothing that looks finished. */
async function unpack(from: string, to: string): Promise<void> {
  const unfinished = `${to}.partial-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await decompress(join(from, 'chromium.br'), join(unfinished, 'chromium'));
  for (const name of ARCHIVES) {
    const target = join(unfinished, name);
    mkdirSync(target);
    await decompress(join(from, `${name}.tar.br`), `${target}.tar`);
    execFileSync('tar', ['xf', `${target}.tar`, '-C', target, '--no-same-owner']);
    rmSync(`${target}.tar`);
  }
  renameSync(unfinished, to);
}

function decompress(from: string, to: string): Promise<void> {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

/** Written at every start, because the checkout may have moved. */
function writeFontConfiguration(folder: string): string {
  const configuration = join(folder, 'fontconfig');
  mkdirSync(configuration, { recursive: true });
  const folders = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(configuration, 'cache')}</cachedir>`;
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(join(configuration, 'fonts.conf'), `${head}<fontconfig>${folders}</fontconfig>\n`);
  return configuration;
}
