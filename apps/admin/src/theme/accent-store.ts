import { useSyncExternalStore } from 'react';

/** The company's colour, kept so that the next start paints in it at once. */
const KEY = 'latchkey.accent';
const listeners = new Set<() => void>();

const read = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

export const setAccent = (colour: string | null): void => {
  if (colour === read()) return;
  if (colour) localStorage.setItem(KEY, colour);
  else localStorage.removeItem(KEY);
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useAccent = (): string | null => useSyncExternalStore(subscribe, read);
