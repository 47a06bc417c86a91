/**
 * What the visit is built with under the name of React: Preact, which does the same in a sixth of the bytes, and `use`
 * for promises, which Preact lacks. Sources stay React's, so that the visit shares them with the portal.
 */
export {
  Component,
  createContext,
  Fragment,
  lazy,
  startTransition,
  StrictMode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'preact/compat';

/**
 * Suspends until the promise is settled and, as React wants it, marked so by whoever keeps it (i18n/language.ts). What
 * Preact suspends loses its state: words that are here already must not suspend.
 */
export function use<T>(promise: Promise<T> & { status?: string; value?: T }): T {
  if (promise.status === 'fulfilled') return promise.value as T;
  // oxlint-disable-next-line typescript/only-throw-error -- a thrown promise is how suspending works
  throw promise;
}
