const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('latchkey-portal');

/** Tells the other tabs of this browser that somebody signed in or out, or chose another company. */
export const tellOtherTabs = (): void => channel?.postMessage('session');

export function onOtherTab(listener: () => void): () => void {
  channel?.addEventListener('message', listener);
  return () => channel?.removeEventListener('message', listener);
}
