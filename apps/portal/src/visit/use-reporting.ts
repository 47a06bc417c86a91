import { useCallback, useEffect, useState } from 'react';
import { problemCode } from '../lib/problem';
import { readReporting, type Reporting } from './visit.api';

/** Templates, open cases and own cases of this machine; what was seen last while there is no reception. */
export function useReporting(label: string, onEnd: () => Promise<void>) {
  const [data, setData] = useState<Reporting>();
  const refresh = useCallback(
    () =>
      readReporting(label).then(setData, async (error: unknown) => {
        // A new PIN or a replaced label ends the visit at once (POR-5).
        if (problemCode(error) === 'session.required') await onEnd();
      }),
    [label, onEnd],
  );
  useEffect(() => {
    const look = () => void refresh();
    look();
    window.addEventListener('online', look);
    return () => window.removeEventListener('online', look);
  }, [refresh]);
  return { data, refresh };
}
