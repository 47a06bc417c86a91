import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FRAME_TEXTS, NAMESPACES } from '../i18n/catalogues';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));

const fileOf = (from: string, path: string): string | undefined => {
  const base = normalize(join(dirname(from), path));
  return ['.ts', '.tsx'].map((ending) => base + ending).find(existsSync);
};

/** This file and all that it leads to, also what it loads later. */
const reachedFrom = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, path = ''] of code.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const next = fileOf(file, path);
    if (next) reachedFrom(next, seen);
  }
  return seen;
};

/** 'contacts:action.edit', but not 'settings:read': that is a permission. */
const PREFIXED = new RegExp(`['"\`](${NAMESPACES.join('|')}):(?!(?:read|write)\\b)[\\w$]`, 'g');
const COMMENT = /^\s*(?:\/\*\*|\*|\/\/).*$/gm;

const namespacesIn = (file: string): string[] => {
  const code = readFileSync(file, 'utf8').replaceAll(COMMENT, '');
  return [/useTranslation\('([\w-]+)'/g, PREFIXED].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, name = '']) => name),
  );
};

const features = readdirSync(`${SOURCE}features`).map((name) => ({
  name,
  file: `${SOURCE}features/${name}/${name}.feature.ts`,
}));

describe('the texts of a feature', () => {
  it.each(features)('are named in full, and no more, by $name', ({ file }) => {
    const declared = [...(/texts: \[([^\]]*)\]/.exec(readFileSync(file, 'utf8'))?.[1]?.matchAll(/'([\w-]+)'/g) ?? [])];
    const used = new Set([...reachedFrom(file)].flatMap(namespacesIn).filter((name) => !FRAME_TEXTS.includes(name)));
    expect(new Set(declared.map(([, name]) => name))).toEqual(used);
  });

  it('are not needed by the frame before a page has come', () => {
    const frame = ['app', 'ui', 'lib'].flatMap((folder) =>
      readdirSync(SOURCE + folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
        .map((path) => join(SOURCE, folder, path)),
    );
    expect(frame.flatMap(namespacesIn).filter((name) => !FRAME_TEXTS.includes(name))).toEqual([]);
  });
});
