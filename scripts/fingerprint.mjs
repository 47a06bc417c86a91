import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './environment.mjs';

const MEMORY = join(ROOT, 'node_modules/.cache/latchkey');
const OUTPUTS = new Set(['dist', 'generated']);
const NEVER = new Set(['node_modules', '.cache', 'coverage', 'test-results', '.data']);

/** Every package of the workspace as { folder, manifest }. */
export function packages() {
  const folders = ['apps', 'libs'].flatMap((group) =>
    readdirSync(join(ROOT, group)).map((name) => join(ROOT, group, name)),
  );
  return folders
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }));
}

/** What the installed packages depend on, by content. */
export function installFingerprint() {
  const manifests = packages().map(({ folder }) => join(folder, 'package.json'));
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(ROOT, name));
  const hash = createHash('sha256').update([process.platform, process.arch, process.versions.modules, ROOT].join());
  for (const file of [...files, ...manifests]) hash.update(relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex');
}

export function isInstalled() {
  const hasAll = packages().every(({ folder, manifest }) => {
    const needed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    return needed.every((name) => existsSync(join(folder, 'node_modules', name)));
  });
  return hasAll && existsSync(join(ROOT, 'node_modules/.modules.yaml'));
}

/** What the build reads: names, sizes and times of all sources, and what is installed. */
export function sourceFingerprint() {
  const built = packages().filter(({ manifest }) => manifest.scripts?.build);
  const files = built.flatMap(({ folder }) => list(folder, (name) => !OUTPUTS.has(name)));
  return digest([installFingerprint(), ...describe([...files, join(ROOT, 'tsconfig.base.json')])]);
}

/** What the build wrote; a file that is missing or touched means building again. */
export function outputFingerprint() {
  const built = packages().filter(({ manifest }) => manifest.scripts?.build);
  const missing = built.filter(({ folder }) => !existsSync(join(folder, 'dist')));
  if (missing.length > 0) return null;
  const roots = built.flatMap(({ folder }) => [join(folder, 'dist'), join(folder, 'src/generated')]);
  return digest(describe(roots.filter(existsSync).flatMap((folder) => list(folder, () => true))));
}

export function remembered(name) {
  const file = join(MEMORY, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

export function remember(name, value) {
  mkdirSync(dirname(join(MEMORY, name)), { recursive: true });
  writeFileSync(join(MEMORY, name), value);
}

function list(folder, isWanted) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !NEVER.has(name) && isWanted(name));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? list(path, isWanted) : [path];
  });
}

function describe(files) {
  return files.sort().map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${relative(ROOT, file)} ${size} ${mtimeMs}`;
  });
}

function digest(lines) {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
