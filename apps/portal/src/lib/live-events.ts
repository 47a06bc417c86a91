import type { StreamPortalEventsData } from '@latchkey/api-client';

const ADDRESS: StreamPortalEventsData['url'] = '/api/v1/portal/events';
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 120_000;

export interface LiveListener {
  /** Ids of cases that changed; what is shown of them is to be fetched again. */
  onChanged: (caseIds: readonly string[]) => void;
  /** Events may have been missed: everything shown may be old. */
  onMissed: () => void;
  /** The server will not stream at the moment; perhaps the session is over. */
  onRefused: () => void;
}

/** Reads one event; null for what this version does not know. */
export function readEvent(data: string): { type: 'changed'; id: string } | { type: 'missed' } | null {
  try {
    const event = JSON.parse(data) as { type?: unknown; id?: unknown } | null;
    if (event?.type === 'resync') return { type: 'missed' };
    return event?.type === 'case.changed' && typeof event.id === 'string' ? { type: 'changed', id: event.id } : null;
  } catch {
    return null;
  }
}

/** Longer after each refusal, and never for all browsers at the same moment. */
export const waitBefore = (refusals: number, random = Math.random()): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (refusals - 1)) * (0.75 + random / 2);

/**
 * Listens while the page is to be seen. The browser connects again by itself after a lost connection; after a refusal
 * (too many tabs, a server that stops) we do, more slowly. Returns the function that ends it.
 */
export function listenLive(listener: LiveListener): () => void {
  const changed = collect(listener.onChanged);
  let source: EventSource | null = null;
  let retry: number | undefined;
  let refusals = 0;
  let wasOpen = false;

  const hear = ({ data }: MessageEvent<string>) => {
    const event = readEvent(data);
    if (event?.type === 'missed') listener.onMissed();
    if (event?.type === 'changed') changed.add(event.id);
  };
  const close = () => {
    window.clearTimeout(retry);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    const stream = new EventSource(ADDRESS);
    source = stream;
    stream.addEventListener('open', () => {
      if (wasOpen) listener.onMissed();
      wasOpen = true;
      refusals = 0;
    });
    stream.addEventListener('message', hear);
    stream.addEventListener('error', () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      refusals += 1;
      listener.onRefused();
      retry = window.setTimeout(open, waitBefore(refusals));
    });
  };
  const stop = whileSeen(open, close);
  return () => {
    changed.end();
    stop();
  };
}

/** A page in the background keeps no connection; on its return it may have missed something. */
function whileSeen(open: () => void, close: () => void): () => void {
  const follow = () => (document.visibilityState === 'hidden' ? close() : open());
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close();
  };
}

/** Several changes at once become one fetch. */
function collect(onChanged: (ids: readonly string[]) => void) {
  const ids = new Set<string>();
  let timer: number | undefined;
  const flush = () => {
    timer = undefined;
    onChanged([...ids]);
    ids.clear();
  };
  return {
    add: (id: string) => {
      ids.add(id);
      timer ??= window.setTimeout(flush, 150);
    },
    end: () => window.clearTimeout(timer),
  };
}
