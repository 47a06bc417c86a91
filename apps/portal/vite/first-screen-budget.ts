import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

interface Budget {
  /** The catalogues the first page loads, in the language with the longest words, as paths below the project. */
  catalogues: string[];
  limitInBytes: number;
}

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** Fails the build when the JavaScript of the first screen outgrows its budget (gzip): the entry, with the page in it, and its words. */
export function firstScreenBudget({ catalogues, limitInBytes }: Budget): Plugin {
  return {
    name: 'first-screen-budget',
    // The gallery mixes the pages' chunks; only the build that people get is weighed.
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    // Not earlier: what each page preloads is filled in last.
    writeBundle(_options, bundle) {
      const chunks = chunksOf(bundle);
      const starts = chunks.filter((chunk) => chunk.isEntry || catalogues.some((path) => holds(chunk, path)));
      const files = new Set(starts.flatMap((chunk) => withImports(chunk, bundle)));
      const bytes = [...files].reduce((sum, file) => sum + gzippedSize(bundle, file), 0);
      this.info(`first screen: ${(bytes / 1000).toFixed(1)} kB gzip JavaScript in ${files.size} files`);
      if (bytes > limitInBytes) this.error(`The first screen is over its budget of ${limitInBytes / 1000} kB.`);
    },
  };
}

const chunksOf = (bundle: Bundle): Chunk[] => Object.values(bundle).filter((output) => output.type === 'chunk');

const holds = (chunk: Chunk, path: string): boolean => chunk.facadeModuleId?.endsWith(path) ?? false;

function withImports(chunk: Chunk, bundle: Bundle, seen = new Set<string>()): string[] {
  if (seen.has(chunk.fileName)) return [];
  seen.add(chunk.fileName);
  for (const file of chunk.imports) {
    const imported = bundle[file];
    if (imported?.type === 'chunk') withImports(imported, bundle, seen);
  }
  return [...seen];
}

function gzippedSize(bundle: Bundle, file: string): number {
  const output = bundle[file];
  return output?.type === 'chunk' ? gzipSync(output.code).length : 0;
}
