type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Says a sentence to people who use a screen reader, without moving the focus. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
