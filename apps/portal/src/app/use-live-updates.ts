import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenLive } from '../lib/live-events';
import { queryKeys } from '../lib/query-keys';

/** Fetches what is shown again when the server says that it changed. A new company is a new stream. */
export function useLiveUpdates(contactId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!contactId) return undefined;
    const refresh = (queryKey: readonly string[]) => void client.invalidateQueries({ queryKey });
    return listenLive({
      onChanged: (caseIds) => {
        for (const id of caseIds) refresh(queryKeys.case(id));
        refresh(queryKeys.caseList);
        refresh(queryKeys.companies);
      },
      onMissed: () => refresh(queryKeys.cases),
      onRefused: () => refresh(queryKeys.session),
    });
  }, [client, contactId]);
}
