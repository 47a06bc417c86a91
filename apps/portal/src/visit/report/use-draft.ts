import { useEffect, useState } from 'react';
import { find, forget, keep } from '../store';
import { newDraft, type Draft } from './draft';

interface Kept {
  id: string;
  draft: Draft;
}

const idOf = (label: string): string => `draft:${label}`;
const REPORTER = 'reporter';

/** Undefined until the phone has been asked for a half-written report of this machine. */
export function useReportDraft(label: string) {
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    let isCurrent = true;
    const start = async () => {
      const kept = await find<Kept>('pages', idOf(label)).catch(() => undefined);
      const known = await find<{ reporter: Pick<Draft, 'name' | 'email' | 'phone'> }>('pages', REPORTER).catch(
        () => undefined,
      );
      if (isCurrent) setDraft(kept?.draft ?? newDraft(known?.reporter));
    };
    void start();
    return () => {
      isCurrent = false;
    };
  }, [label]);
  const change = (next: Draft) => {
    setDraft(next);
    void keep('pages', { id: idOf(label), draft: next } as Kept).catch(() => undefined);
  };
  return { draft, change };
}

/** Once it is on its way. Who reported is remembered for the next report from this phone. */
export async function finishDraft(label: string, { name, email, phone }: Draft): Promise<void> {
  await forget('pages', idOf(label)).catch(() => undefined);
  await keep('pages', { id: REPORTER, reporter: { name, email, phone } } as { id: string }).catch(() => undefined);
}
