import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What is compiled for the machine, what must come first, and what libraries look for and do without. */
const STAYS_OUTSIDE = [
  'reflect-metadata',
  'bcrypt',
  'sharp',
  'pg-native',
  'class-transformer',
  'class-validator',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/microservices/microservices-module',
  '@nestjs/websockets',
  '@nestjs/websockets/socket-module',
];

interface Vite {
  build: (options: object) => Promise<unknown>;
  transformWithOxc: (source: string, file: string) => Promise<{ code: string }>;
}

/** The one that vitest brings along. */
async function vite(): Promise<Vite> {
  const requireOf = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'));
  return import(pathToFileURL(requireOf.resolve('vite')).href) as Promise<Vite>;
}

/** The file as JavaScript, for what loads no TypeScript. */
export async function asJavaScript(file: string): Promise<string> {
  const { transformWithOxc } = await vite();
  return (await transformWithOxc(readFileSync(file, 'utf8'), file)).code;
}

/**
 * One file of plain JavaScript from an entry below test/, with nearly all libraries: its process starts in half of the
 * time that looking for thousands of files takes, and the test needs no build before it.
 */
export async function bundle(entry: string): Promise<string> {
  const name = basename(entry, '.ts');
  const output = here(`../node_modules/.cache/${name}/`);
  const { build } = await vite();
  mkdirSync(output, { recursive: true });
  await build({
    configFile: false,
    root: here('..'),
    logLevel: 'error',
    ssr: { noExternal: true, external: STAYS_OUTSIDE },
    build: {
      ssr: here(entry),
      outDir: output,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return `${output}${name}.mjs`;
}
