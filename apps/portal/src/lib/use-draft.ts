import { useEffect, useMemo, useState } from 'react';
import { remembered } from './remembered';

const PREFIX = 'draft.';

const keptDraft = (name: string) => remembered(PREFIX + name, 'sessionStorage');

/** To be called once the form has arrived. */
export const forgetDraft = (name: string): void => keptDraft(name).write(null);

/** On signing out: the next person at this device finds nothing half-written. */
export function forgetAllDrafts(): void {
  try {
    const names = Object.keys(window.sessionStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names) window.sessionStorage.removeItem(name);
  } catch {
    // Storage is refused here: nothing was kept.
  }
}

/**
 * A half-filled form that survives a reload of the page, until `forgetDraft` is called.
 * `isDraft` guards against what an older version of the page left behind.
 */
export function useDraft<T>(name: string, create: () => T, isDraft: (value: unknown) => value is T) {
  const kept = useMemo(() => keptDraft(name), [name]);
  const [draft, setDraft] = useState<T>(() => readDraft(kept.read(), isDraft) ?? create());
  useEffect(() => kept.write(JSON.stringify(draft)), [kept, draft]);
  return { draft, setDraft };
}

function readDraft<T>(text: string | null, isDraft: (value: unknown) => value is T): T | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}
