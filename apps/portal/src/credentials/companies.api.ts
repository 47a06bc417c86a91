import { choosePortalCompany, listPortalCompanies } from '@latchkey/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { noteChosenHere } from '../lib/chosen-here';
import { tellOtherTabs } from '../lib/other-tabs';
import { queryKeys } from '../lib/query-keys';
import { keepSession } from './session.api';

/** The companies to choose from. */
export const useCompanies = () =>
  useQuery({
    queryKey: queryKeys.companies,
    queryFn: async () => (await listPortalCompanies()).data.items,
  });

export function useChooseCompany(onChosen: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (contactId: string) => (await choosePortalCompany({ body: { contactId } })).data,
    onSuccess: async (session) => {
      noteChosenHere(session.company?.contactId);
      onChosen();
      await keepSession(client, session);
      void client.resetQueries({ queryKey: queryKeys.cases });
      void client.invalidateQueries({ queryKey: queryKeys.companies });
      tellOtherTabs();
    },
  });
}
