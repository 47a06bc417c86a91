import { useState } from 'react';
import type { Failure } from './failure';
import { toFailure } from './problem';

/** One thing that a button does: busy while it runs, then what it failed with. A second press while it runs does nothing. */
export function useAct() {
  const [state, setState] = useState<{ isBusy: boolean; failure?: Failure }>({ isBusy: false });
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    if (state.isBusy) return;
    setState({ isBusy: true });
    try {
      await work();
      setState({ isBusy: false });
    } catch (error) {
      setState({ isBusy: false, failure: toFailure(error) });
    }
  };
  return { ...state, act };
}
