import {
  changePortalPassword,
  changePortalProfile,
  endOtherPortalSessions,
  endPortalSession,
  listPortalSessions,
  type ChangePortalPassword,
  type ChangePortalProfile,
} from '@latchkey/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../lib/query-keys';

export const useOwnSessions = () =>
  useQuery({ queryKey: queryKeys.ownSessions, queryFn: async () => (await listPortalSessions()).data.items });

export interface ProfileChange {
  /** Absent without the right to change it. */
  name?: string | undefined;
  language: string;
}

export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, language }: ProfileChange) => {
      // The server refuses a language it has no messages in.
      const body = { language: language as ChangePortalProfile['language'], ...(name ? { displayName: name } : {}) };
      return (await changePortalProfile({ body })).data;
    },
    onSuccess: (session) => client.setQueryData(queryKeys.session, session),
  });
}

/** Ends all other sessions; this one goes on under a new id. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangePortalPassword) => changePortalPassword({ body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.session });
      void client.invalidateQueries({ queryKey: queryKeys.ownSessions });
    },
  });
}

export function useEndSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: { id: string } | 'others') =>
      which === 'others' ? endOtherPortalSessions() : endPortalSession({ path: which }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.ownSessions }),
  });
}
