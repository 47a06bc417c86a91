import type { Plugin } from 'vite';

const MODULE = '/core/serverSentEvents.gen.js';

/**
 * The generated client brings a reader of event streams, which the bundler cannot know to be unused: the portal
 * listens with the browser's own (lib/live-events.ts), the visit not at all. It would be 1 kB of the first screen.
 */
export function withoutClientEvents(): Plugin {
  return {
    name: 'without-client-events',
    transform: (_code, id) => (id.endsWith(MODULE) ? { code: REFUSAL, map: null } : undefined),
  };
}

const REFUSAL = `export const createSseClient = () => { throw new Error('Use lib/live-events'); };`;
