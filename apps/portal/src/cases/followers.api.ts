import { addPortalCaseFollower, listPortalColleagues, removePortalCaseFollower } from '@latchkey/api-client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../lib/query-keys';

/** Whom the case could be shown to, by part of a name; the first fifty, because who has more of them types. */
export const useColleagues = (caseId: string, name: string, isWanted: boolean) =>
  useQuery({
    queryKey: [...queryKeys.cases, 'colleagues', caseId, name],
    queryFn: async () =>
      (await listPortalColleagues({ query: { caseId, limit: 50, ...(name ? { q: name } : {}) } })).data.items,
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });

export interface FollowerChange {
  contactId: string;
  follows: boolean;
}

export function useChangeFollower(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ contactId, follows }: FollowerChange): Promise<void> => {
      const path = { id: caseId, contactId };
      await (follows ? addPortalCaseFollower({ path }) : removePortalCaseFollower({ path }));
    },
    // After a refusal too: then the case is not what the page shows.
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.cases }),
  });
}
