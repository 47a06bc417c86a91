import {
  changePortalProfile,
  getPortalSession,
  type ChangePortalProfile,
  type PortalSession,
} from '@latchkey/api-client';
import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { noteChosenHere } from '../lib/chosen-here';
import { tellOtherTabs } from '../lib/other-tabs';
import { problemCode } from '../lib/problem';
import { forgetPerson } from '../lib/query-client';
import { queryKeys } from '../lib/query-keys';

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
  forgetPerson(client);
  try {
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    noteChosenHere(session?.company?.contactId);
  } catch {
    // Signed in, but the answer was lost: the next page asks anew.
    client.removeQueries({ queryKey: queryKeys.session });
  }
  tellOtherTabs();
}

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
