/**
 * Runs before anything else is loaded. The fragment of /p/<label>#<secret>, /f#<follow>.<secret>, /f/confirm#… and /f/stop#…
 * goes into this tab's storage and out of the address bar and the history: nobody reads it over a shoulder or in a shared screenshot.
 */
(() => {
  const fragment = location.hash.slice(1);
  const follow = { '/f': 'follow', '/f/confirm': 'confirm', '/f/stop': 'stop' }[location.pathname];
  const label = /^\/p\/([^/]+)\/?$/.exec(location.pathname)?.[1];
  if (!fragment || (!follow && !label)) return;
  const found = follow ? { fragment } : { label, fragment };
  try {
    sessionStorage.setItem(follow ?? 'visit', JSON.stringify(found));
  } catch {
    // Storage is refused here: the page reads it from memory instead.
  }
  globalThis.takenAddress = found;
  history.replaceState(null, '', location.pathname);
})();
