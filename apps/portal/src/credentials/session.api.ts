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

/** Null when nobody is signed in: nothing is kept of who was. */
export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: async ({ client, signal }): Promise<PortalSession | null> => {
    try {
      return (await getPortalSession({ signal })).data;
    } catch (error) {
      if (problemCode(error) !== 'session.required') throw error;
      // What is on the screen goes with the page that shows it; to remove it here would fetch it once more.
      forgetPerson(client, 'inactive');
      return null;
    }
  },
});

/** The session as an act left it. Its id is new then, and a question under the former one would answer that nobody is in. */
export async function keepSession(client: QueryClient, session: PortalSession): Promise<void> {
  await client.cancelQueries({ queryKey: queryKeys.session });
  client.setQueryData(queryKeys.session, session);
}

export const useSessionQuery = () => useQuery(sessionQuery);

/** After a way in: what was fetched for somebody else goes, and the other tabs hear of it. */
export async function enter(client: QueryClient): Promise<void> {
  forgetPerson(client);
  // Who was signed in may have been asked under the former id, or none.
  await client.cancelQueries({ queryKey: queryKeys.session });
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
    onSuccess: (session) => keepSession(client, session),
  });
}
