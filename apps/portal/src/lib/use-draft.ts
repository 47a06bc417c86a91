import { useEffect, useMemo, useState } from 'react';
import { remembered } from './remembered';

/**
 * A half-filled form that survives a reload of the page, until `clear` is called.
 * `isDraft` guards against what an older version of the page left behind.
 */
export function useDraft<T>(name: string, create: () => T, isDraft: (value: unknown) => value is T) {
  const kept = useMemo(() => remembered(`draft.${name}`, 'sessionStorage'), [name]);
  const [draft, setDraft] = useState<T>(() => readDraft(kept.read(), isDraft) ?? create());
  useEffect(() => kept.write(JSON.stringify(draft)), [kept, draft]);
  return { draft, setDraft, clear: () => setDraft(create()) };
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
