interface ScriptPolicies {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => {
    createScriptURL: (url: string) => string;
  };
}

const WORKER = '/visit-worker.js';

/** Lets the page open without reception once it was opened with it. Needs https or localhost; elsewhere it stays a page. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  // The Content-Security-Policy asks for a trusted type wherever a script is named.
  const policies = (globalThis as { trustedTypes?: ScriptPolicies }).trustedTypes;
  const policy = policies?.createPolicy('latchkey-visit', { createScriptURL: () => WORKER });
  void navigator.serviceWorker
    .register(policy?.createScriptURL(WORKER) ?? WORKER, { scope: '/p/' })
    .catch(() => undefined);
}
