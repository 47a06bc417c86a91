import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

interface Budget {
  /** What each screen loads on top of the entry, by the ends of the files' names. */
  screens: Record<string, readonly string[]>;
  limitInBytes: number;
}

/** Fails the build when the JavaScript that a screen needs before it can be read outgrows its budget (gzip). */
export const firstLoadBudget = ({ screens, limitInBytes }: Budget): Plugin => ({
  name: 'first-load-budget',
  // The gallery shares the pages' chunks; only the build that people get is weighed.
  apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
  // Not earlier: what each page preloads is filled in last.
  writeBundle(_options, bundle) {
    const chunks = new Map(
      Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
    );
    for (const [screen, ends] of Object.entries(screens)) {
      const starts = [...chunks.values()].filter((chunk) => chunk.isEntry || ends.some((end) => startsAt(chunk, end)));
      if (starts.length !== ends.length + 1) this.error(`A part of the screen "${screen}" is not in the build.`);
      const needed = new Set<Rolldown.OutputChunk>();
      for (const chunk of starts) gather(chunk, chunks, needed);
      const bytes = [...needed].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
      this.info(`${screen}: ${(bytes / 1000).toFixed(1)} kB gzip JavaScript in ${needed.size} files`);
      if (bytes > limitInBytes) this.error(`${screen} is over its budget of ${limitInBytes / 1000} kB.`);
    }
  },
});

const startsAt = (chunk: Rolldown.OutputChunk, end: string): boolean => chunk.facadeModuleId?.endsWith(end) ?? false;

const gather = (
  chunk: Rolldown.OutputChunk,
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
  found: Set<Rolldown.OutputChunk>,
): void => {
  if (found.has(chunk)) return;
  found.add(chunk);
  for (const name of chunk.imports) {
    const imported = chunks.get(name);
    if (imported) gather(imported, chunks, found);
  }
};
