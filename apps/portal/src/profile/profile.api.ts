import {
  askEmailCode,
  askPhoneCode,
  changePortalPassword,
  changePortalProfile,
  confirmEmail,
  confirmPhone,
  copyOwnData,
  endOtherKnownDevices,
  endOwnKnownDevice,
  getPortalPrivacy,
  listOwnKnownDevices,
  listOwnPhones,
  type AskEmailCode,
  type ChangePortalPassword,
  type ChangePortalProfile,
  type OwnSecret,
} from '@latchkey/api-client';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keepSession } from '../credentials/session.api';
import { queryKeys } from '../lib/query-keys';

export const useOwnDevices = () =>
  useQuery({ queryKey: queryKeys.ownDevices, queryFn: async () => (await listOwnKnownDevices()).data.items });

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
    onSuccess: (session) => keepSession(client, session),
  });
}

/** Who is signed in, and where, is another since. */
function heedOtherDevices(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queryKeys.session });
  void client.invalidateQueries({ queryKey: queryKeys.ownDevices });
}

/** Signs out all other devices; this session goes on under a new id. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangePortalPassword) => changePortalPassword({ body }),
    onSuccess: () => heedOtherDevices(client),
  });
}

export function useEndDevices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: { id: string } | 'others') =>
      which === 'others' ? endOtherKnownDevices() : endOwnKnownDevice({ path: which }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.ownDevices }),
  });
}

/** The numbers on file with the person at this company. */
export const useOwnPhones = (contactId: string | undefined) =>
  useQuery({ queryKey: queryKeys.ownPhones(contactId), queryFn: async () => (await listOwnPhones()).data.items });

export const useAskPhoneCode = () => useMutation({ mutationFn: (phone: string) => askPhoneCode({ body: { phone } }) });

export function useConfirmPhone(contactId: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { phone: string; code: string }) => confirmPhone({ body }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.ownPhones(contactId) }),
  });
}

export const useAskEmailCode = () => useMutation({ mutationFn: (body: AskEmailCode) => askEmailCode({ body }) });

/** Signs out all other devices; this session goes on under a new id. */
export function useConfirmEmail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => confirmEmail({ body: { code } }),
    onSuccess: () => heedOtherDevices(client),
  });
}

/** How long the company keeps what names people. */
export const usePrivacy = () =>
  useQuery({ queryKey: queryKeys.privacy, queryFn: async () => (await getPortalPrivacy()).data });

const KEPT_MS = 60_000;

/** Hands the copy to the browser, which keeps it as a file (D24). */
export const useOwnCopy = () =>
  useMutation({
    mutationFn: async (secret: OwnSecret) => {
      const copy = (await copyOwnData({ body: secret, parseAs: 'blob' })).data as Blob;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(copy);
      link.download = 'person.zip';
      link.click();
      // The browser has read it by then.
      setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
    },
  });
