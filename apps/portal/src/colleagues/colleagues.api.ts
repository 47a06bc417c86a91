import {
  changeColleagueRights,
  declineAsker,
  inviteAsker,
  inviteColleague,
  listColleagueAccess,
  listColleagueRequests,
  removeColleague,
  resendColleagueInvitation,
  type ChangeColleagueRights,
  type Colleague,
  type ColleagueRequest,
  type InviteAsker,
  type InviteColleague,
} from '@latchkey/api-client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../lib/query-keys';

export const useColleagueAccess = (contactId: string | undefined) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.colleagues, contactId],
    queryFn: async ({ pageParam }) =>
      (await listColleagueAccess({ query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } })).data,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** After a refusal too: then the list is not what the page shows. */
function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queryKeys.colleagues });
}

export interface Invitation {
  body: InviteColleague;
  /** The same for every try of one form. */
  key: string;
}

export const useInviteColleague = () =>
  useMutation({
    mutationFn: async ({ body, key }: Invitation) =>
      (await inviteColleague({ body, headers: { 'Idempotency-Key': key } })).data,
    onSettled: useRefresh(),
  });

export interface ColleagueAct {
  act: 'resend' | 'remove';
  colleague: Colleague;
}

export const useColleagueAct = () =>
  useMutation({
    mutationFn: async ({ act, colleague: { id } }: ColleagueAct): Promise<void> => {
      await (act === 'resend' ? resendColleagueInvitation({ path: { id } }) : removeColleague({ path: { id } }));
    },
    onSettled: useRefresh(),
  });

export interface RightsChange {
  colleague: Colleague;
  body: ChangeColleagueRights;
}

export const useChangeColleagueRights = () =>
  useMutation({
    mutationFn: async ({ colleague: { id }, body }: RightsChange) =>
      (await changeColleagueRights({ path: { id }, body })).data,
    onSettled: useRefresh(),
  });

export const useColleagueRequests = (contactId: string | undefined) =>
  useQuery({
    queryKey: [...queryKeys.colleagues, 'requests', contactId],
    queryFn: async () => (await listColleagueRequests()).data.items,
  });

export interface AskerInvitation {
  request: ColleagueRequest;
  body: InviteAsker;
  /** The same for every try of one form. */
  key: string;
}

export const useInviteAsker = () =>
  useMutation({
    mutationFn: async ({ request: { id }, body, key }: AskerInvitation) =>
      (await inviteAsker({ path: { id }, body, headers: { 'Idempotency-Key': key } })).data,
    onSettled: useRefresh(),
  });

export const useDeclineAsker = () =>
  useMutation({
    mutationFn: async ({ id }: ColleagueRequest): Promise<void> => void (await declineAsker({ path: { id } })),
    onSettled: useRefresh(),
  });
