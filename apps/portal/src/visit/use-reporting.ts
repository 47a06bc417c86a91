import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { problemCode } from '../lib/problem';
import { readReporting, type Reporting } from './visit.api';

/** Templates, open cases and own cases of this machine; what was seen last while there is no reception. Null where neither can be had. */
export function useReporting(label: string, onEnd: () => Promise<void>) {
  const language = useLanguage();
  const [data, setData] = useState<Reporting | null>();
  const refresh = useCallback(
    () =>
      readReporting(label, language).then(
        (found) => setData(found ?? null),
        async (error: unknown) => {
          setData((before) => before ?? null);
          // A new PIN or a replaced label ends the visit at once (POR-5).
          if (problemCode(error) === 'session.required') await onEnd();
        },
      ),
    [label, language, onEnd],
  );
  useEffect(() => {
    const look = () => void refresh();
    look();
    window.addEventListener('online', look);
    return () => window.removeEventListener('online', look);
  }, [refresh]);
  return { data, refresh };
}
