import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const SOURCE = new URL('../src/visit/worker.js', import.meta.url);

/** Languages and fonts of other scripts are fetched when they are needed; a visit offline has those it was opened with. */
const isNeeded = (name: string): boolean => /\.(js|css)$/.test(name) || /inter-latin-wght.*\.woff2$/.test(name);

/** Writes /visit-worker.js, the service worker of the visit, with the files of this build named in it. */
export function visitWorker(): Plugin {
  return {
    name: 'visit-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = [
        ...Object.keys(bundle)
          .filter(isNeeded)
          .map((name) => `/${name}`),
        '/take-address.js',
        '/favicon.svg',
      ];
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
      const known = `const FILES = ${JSON.stringify(files)};\nconst CACHE = 'visit-${version}';\n`;
      this.emitFile({ type: 'asset', fileName: 'visit-worker.js', source: known + readFileSync(SOURCE, 'utf8') });
    },
  };
}
