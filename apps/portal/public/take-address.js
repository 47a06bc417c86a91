/**
 * Runs before anything else is loaded. The fragment of /p/<label>#<secret> and /f#<follow>.<secret> goes into this tab's
 * storage and out of the address bar and the history, so that nobody reads it over a shoulder or in a shared screenshot.
 */
(() => {
  const fragment = location.hash.slice(1);
  const isFollow = location.pathname === '/f';
  const label = /^\/p\/([^/]+)\/?$/.exec(location.pathname)?.[1];
  if (!fragment || (!isFollow && !label)) return;
  const found = isFollow ? { fragment } : { label, fragment };
  try {
    sessionStorage.setItem(isFollow ? 'follow' : 'visit', JSON.stringify(found));
  } catch {
    // Storage is refused here: the page reads it from memory instead.
  }
  globalThis.takenAddress = found;
  history.replaceState(null, '', location.pathname);
})();
