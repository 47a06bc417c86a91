import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { isConnectionLost, problemCode, toFailure } from '../lib/problem';
import type { Failure } from '../lib/failure';
import type { ScannedLabel } from './address';
import { enterVisit, leaveVisit, lookAtVisit, readVisit, type VisitView } from './visit.api';

export type VisitState =
  | { step: 'looking' }
  /** `failure`: what the last try came to; nothing before the first. */
  | { step: 'pin'; isBusy: boolean; failure?: Failure | undefined }
  | { step: 'inside'; visit: VisitView };

const REFUSED = new Set(['visit.refused', 'session.required']);

/** Opens the visit of a label: at once for a browser that gave this PIN within 12 hours, else with the PIN. */
export function useVisit(label: ScannedLabel) {
  const [state, setState] = useState<VisitState>({ step: 'looking' });
  useEffect(() => {
    let isCurrent = true;
    lookAtVisit(label)
      .then((visit) => isCurrent && setState(visit ? { step: 'inside', visit } : { step: 'pin', isBusy: false }))
      .catch((error: unknown) => isCurrent && setState({ step: 'pin', isBusy: false, failure: lostOnly(error) }));
    return () => {
      isCurrent = false;
    };
  }, [label]);

  // The texts of the site come in one language: another is asked for when somebody switches.
  const language = useLanguage();
  const shownIn = useRef(language);
  useEffect(() => {
    if (shownIn.current === language) return;
    shownIn.current = language;
    const show = (visit: VisitView) => setState((before) => (before.step === 'inside' ? { ...before, visit } : before));
    readVisit(label.label).then(show, () => undefined);
  }, [language, label]);

  const open = async (pin: string, code: string) => {
    setState({ step: 'pin', isBusy: true });
    try {
      setState({ step: 'inside', visit: await enterVisit({ ...label, code: code || undefined, pin }) });
    } catch (error) {
      setState({ step: 'pin', isBusy: false, failure: toFailure(error) });
    }
  };

  const close = useCallback(async () => {
    setState({ step: 'pin', isBusy: false });
    await leaveVisit(label.label);
  }, [label]);

  return { state, open, close };
}

/** Nobody has tried anything yet: only a lost connection or a broken server is worth a sentence. */
const lostOnly = (error: unknown): Failure | undefined =>
  isConnectionLost(error) || !REFUSED.has(problemCode(error) ?? '') ? toFailure(error) : undefined;
