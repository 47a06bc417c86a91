import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * react-router ships a build without its warnings for developers, but its package names only the one with them.
 * What people get takes the other one, without the parts that nobody uses. Fails when a newer version keeps it
 * elsewhere.
 */
export function reactRouterProduction(): Plugin {
  const folder = productionFolder();
  return {
    name: 'react-router-production',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    config: () => ({
      resolve: {
        alias: [
          { find: /^react-router$/, replacement: join(folder, 'index.mjs') },
          { find: /^react-router\/dom$/, replacement: join(folder, 'dom-export.mjs') },
        ],
      },
    }),
    transform: (code, id) => (id.startsWith(folder) ? { code: withoutSideEffects(code), map: null } : undefined),
  };
}

/** react-router belongs to react-router-dom, and is found from there. */
function productionFolder(): string {
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve('react-router-dom'));
  return join(dirname(theirs.resolve('react-router/package.json')), 'dist', 'production');
}

/**
 * Its file holds forms, scroll restoration and error pages of other ways to use it. A name given afterwards, a call
 * and a base class look to the bundler as if they did something, and would keep all of them (2 kB of the first screen).
 */
const withoutSideEffects = (code: string): string =>
  code
    .replace(/^\w+\.displayName = "[^"]*";$/gm, '')
    .replace(/^(var \w+ = )(React\d*\.forwardRef\()/gm, '$1/* @__PURE__ */ $2')
    .replace(/^(var \w+ = )(class extends React\d*\.Component \{[\s\S]*?^\});$/gm, '$1/* @__PURE__ */ (() => $2)();');
