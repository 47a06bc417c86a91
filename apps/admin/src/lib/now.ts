import { useSyncExternalStore } from 'react';

/** One clock for the whole page: every relative time moves together, and none keeps a timer of its own. */
const STEP_MS = 20_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

const tick = (): void => {
  now = Date.now();
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(tick, STEP_MS);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
};

/** Milliseconds since 1970, renewed every 20 seconds. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
