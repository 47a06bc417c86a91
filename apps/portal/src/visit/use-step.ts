import { useCallback, useEffect, useState } from 'react';

/** The step a person is at, kept in the browser's history: the phone's back button goes one step back and loses nothing. */
export function useStep<Step extends string>(steps: readonly Step[], start: Step) {
  const read = useCallback(
    (state: unknown): Step => steps.find((step) => step === (state as { step?: string } | null)?.step) ?? start,
    [steps, start],
  );
  const [step, setStep] = useState(() => read(window.history.state));
  useEffect(() => {
    const onPop = (event: PopStateEvent) => setStep(read(event.state));
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [read]);
  useEffect(() => {
    document.getElementById('content')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [step]);
  const go = useCallback((next: Step, { replaces = false } = {}) => {
    window.history[replaces ? 'replaceState' : 'pushState']({ step: next }, '', window.location.pathname);
    setStep(next);
  }, []);
  return { step, go, back: () => window.history.back() };
}
