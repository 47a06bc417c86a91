const PATIENCE_MS = 1500;

/** Resolves when the first screen has been drawn and nothing more urgent is left (or after 1.5 s). */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve, PATIENCE_MS);
  });
