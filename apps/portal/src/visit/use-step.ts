import { useCallback, useEffect, useState } from 'react';

/** Where a person is: a step, the screen within it, and whether they only came back to change something. */
export interface Place<Step extends string> {
  step: Step;
  screen: number;
  isChange: boolean;
}

export type Go<Step extends string> = (
  step: Step,
  how?: Partial<Place<Step>> & { screen?: number | undefined; replaces?: boolean },
) => void;

/** Kept in the browser's history: the phone's back button goes one screen back and loses nothing. */
export function useStep<Step extends string>(steps: readonly Step[], start: Step) {
  const read = useCallback(
    (state: unknown): Place<Step> => {
      const kept = state as Partial<Place<Step>> | null;
      const step = steps.find((known) => known === kept?.step) ?? start;
      return { step, screen: kept?.screen ?? 0, isChange: kept?.isChange ?? false };
    },
    [steps, start],
  );
  const [place, setPlace] = useState(() => read(window.history.state));
  useEffect(() => {
    const onPop = (event: PopStateEvent) => setPlace(read(event.state));
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [read]);
  useEffect(() => {
    document.getElementById('content')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [place]);
  const go: Go<Step> = useCallback((step, { replaces = false, screen = 0, isChange = false } = {}) => {
    const next = { step, screen, isChange };
    window.history[replaces ? 'replaceState' : 'pushState'](next, '', window.location.pathname);
    setPlace(next);
  }, []);
  return { place, go, back: () => window.history.back() };
}
