import { useEffect, useState } from 'react';
import { newId } from '../../lib/new-id';
import type { Reporter } from '../reporter-fields';
import { find, forget, keep } from '../store';
import { newDraft, type Draft } from './draft';

interface Kept {
  id: string;
  draft: Draft;
}

const idOf = (label: string): string => `draft:${label}`;
const REPORTER = 'reporter';

/** Who reported from this phone before, so that they need not type it again. */
export const knownReporter = async (): Promise<Reporter | undefined> =>
  (await find<{ id: string; reporter: Reporter }>('pages', REPORTER).catch(() => undefined))?.reporter;

export const rememberReporter = ({ name, email, phone }: Reporter): Promise<unknown> =>
  keep('pages', { id: REPORTER, reporter: { name, email, phone } } as { id: string }).catch(() => undefined);

const keepDraft = (label: string, draft: Draft): Promise<unknown> => keep('pages', { id: idOf(label), draft } as Kept);

/** Undefined until the phone has been asked for a half-written report of this machine. */
export function useReportDraft(label: string) {
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    let isCurrent = true;
    const start = async () => {
      const kept = await find<Kept>('pages', idOf(label)).catch(() => undefined);
      const reporter = await knownReporter();
      if (isCurrent) setDraft(kept?.draft ?? newDraft(reporter));
    };
    void start();
    return () => {
      isCurrent = false;
    };
  }, [label]);
  const change = (next: Draft) => {
    setDraft(next);
    void keepDraft(label, next).catch(() => undefined);
  };
  /** It is on its way: whoever goes back finds a new one. */
  const finish = ({ name, email, phone }: Draft) => {
    setDraft(newDraft({ name, email, phone }));
    void forget('pages', idOf(label)).catch(() => undefined);
    void rememberReporter({ name, email, phone });
  };
  return { draft, change, finish };
}

/** A report that was refused becomes a draft again, with a key of its own: it will be another report. */
export const asDraft = (draft: Draft): Draft => ({ ...draft, key: newId() });

/** The same for a page that has no draft open. */
export const takeBack = (label: string, draft: Draft): Promise<unknown> => keepDraft(label, asDraft(draft));
