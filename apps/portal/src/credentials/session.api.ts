import {
  changePortalProfile,
  choosePortalCompany,
  getPortalSession,
  listPortalCompanies,
  signOutContact,
  type ChangePortalProfile,
  type PortalSession,
} from '@latchkey/api-client';
import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { noteChosenHere } from '../lib/chosen-here';
import { tellOtherTabs } from '../lib/other-tabs';
import { problemCode } from '../lib/problem';
import { queryKeys } from '../lib/query-keys';
import { forgetAllDrafts } from '../lib/use-draft';

/** Null when nobody is signed in. */
const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: async (): Promise<PortalSession | null> => {
    try {
      return (await getPortalSession()).data;
    } catch (error) {
      if (problemCode(error) === 'session.required') return null;
      throw error;
    }
  },
});

export const useSessionQuery = () => useQuery(sessionQuery);

/** After a way in: what was fetched for somebody else goes, and the other tabs hear of it. */
export async function enter(client: QueryClient): Promise<void> {
  client.removeQueries({ queryKey: queryKeys.cases });
  client.removeQueries({ queryKey: queryKeys.companies });
  try {
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    noteChosenHere(session?.company?.contactId);
  } catch {
    // Signed in, but the answer was lost: the next page asks anew.
    client.removeQueries({ queryKey: queryKeys.session });
  }
  tellOtherTabs();
}

/** The companies to choose from; `isNeeded` is false for people who have only one. */
export const useCompanies = (isNeeded = true) =>
  useQuery({
    queryKey: queryKeys.companies,
    queryFn: async () => (await listPortalCompanies()).data.items,
    enabled: isNeeded,
  });

export function useChooseCompany(onChosen: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (contactId: string) => (await choosePortalCompany({ body: { contactId } })).data,
    onSuccess: (session) => {
      noteChosenHere(session.company?.contactId);
      onChosen();
      client.setQueryData(queryKeys.session, session);
      void client.resetQueries({ queryKey: queryKeys.cases });
      void client.invalidateQueries({ queryKey: queryKeys.companies });
      tellOtherTabs();
    },
  });
}

/** Ends the session here and on the server; a fresh page keeps nothing of it in memory. */
export const useSignOut = () =>
  useMutation({
    mutationFn: () => signOutContact(),
    onSettled: (_answer, error) => {
      if (error && problemCode(error) !== 'session.required') return;
      forgetAllDrafts();
      tellOtherTabs();
      window.location.assign('/sign-in');
    },
  });

type Language = ChangePortalProfile['language'];

/** The language chosen in the header is the person's own from then on. */
export function useKeepLanguage() {
  const client = useQueryClient();
  return useMutation({
    // The server refuses a language it has no messages in.
    mutationFn: async (language: string) =>
      (await changePortalProfile({ body: { language: language as Language } })).data,
    onSuccess: (session) => client.setQueryData(queryKeys.session, session),
  });
}
