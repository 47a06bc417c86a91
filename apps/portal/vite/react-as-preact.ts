/**
 * What the visit is built with under the name of React: Preact, which does the same in a sixth of the bytes, and `use`
 * for promises, which Preact lacks. Sources stay React's, so that the visit shares them with the portal.
 */
// @ts-expect-error -- its types say "export =", the module itself has names
export * from 'preact/compat';
// oxlint-disable-next-line import/no-default-export -- React has one; the router, whose links this build drops, asks for it
export { default } from 'preact/compat';

interface Tracked<T> extends Promise<T> {
  outcome?: { value: T } | { error: unknown };
}

/** Suspends until the promise has an outcome; the same promise must come again, as it does from a cache. */
export function use<T>(promise: Promise<T>): T {
  const tracked: Tracked<T> = promise;
  if (tracked.outcome && 'value' in tracked.outcome) return tracked.outcome.value;
  if (tracked.outcome) throw tracked.outcome.error;
  // oxlint-disable-next-line typescript/only-throw-error -- a thrown promise is how suspending works
  throw tracked.then(
    (value) => {
      tracked.outcome = { value };
    },
    (error: unknown) => {
      tracked.outcome = { error };
    },
  );
}
