import {
  getCredentialDraft,
  giveContactAccess,
  handInvitation as makeInvitation,
  issuePin,
  listContacts,
  previewCredentials,
  printInvitationLetter,
  revealPin,
  sendCredentials,
  setContactPassword,
  type Contact,
  type CredentialMessage,
  type CredentialPreview,
} from '@latchkey/api-client';
import { queryOptions } from '@tanstack/react-query';

/** Secrets pass through here once and are kept in component state only, never in the query cache. */
export const newPin = async (contactId: string) => (await issuePin({ path: { id: contactId } })).data;
export const showPin = async (contactId: string, reason: string) =>
  (await revealPin({ path: { id: contactId }, body: { reason } })).data;
export const newPassword = async (contactId: string, body: { password?: string; mustChange: boolean }) =>
  (await setContactPassword({ path: { id: contactId }, body })).data;

export type SendLanguage = 'en' | 'de' | 'sv';

/** Whose credentials are to be sent: chosen contacts, or everybody of some customers. */
export type SendSource = { contactIds: readonly string[] } | { customerIds: readonly string[] };

/** As many as one request may send to. */
export const MOST_AT_ONCE = 500;
const MOST_PREVIEWS = 200;

const ofCustomer = async (customerId: string, signal: AbortSignal): Promise<Contact[]> => {
  const found: Contact[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await listContacts({ query: { customerId, limit: 100, ...(cursor ? { cursor } : {}) }, signal });
    found.push(...data.items);
    cursor = data.nextCursor ?? undefined;
  } while (cursor && found.length < MOST_AT_ONCE);
  return found;
};

/** The contacts of the chosen customers. Stops at 500, which is as many as one request may send to. */
export const customersContactsOptions = (customerIds: readonly string[]) =>
  queryOptions({
    queryKey: [{ _id: 'listContacts', ofCustomers: customerIds }],
    queryFn: async ({ signal }) => {
      const found: Contact[] = [];
      for (const id of customerIds) {
        if (found.length >= MOST_AT_ONCE) break;
        found.push(...(await ofCustomer(id, signal)));
      }
      return found.slice(0, MOST_AT_ONCE);
    },
    staleTime: 0,
  });

export const draftOptions = (contactId: string | undefined, language: SendLanguage | undefined) =>
  queryOptions({
    queryKey: ['credentialDraft', contactId, language],
    queryFn: async ({ signal }) =>
      (await getCredentialDraft({ query: { contactId: contactId ?? '', ...(language ? { language } : {}) }, signal }))
        .data,
    enabled: contactId !== undefined,
    staleTime: 0,
    gcTime: 0,
  });

/** What each contact would read, and what stands in the way; in parts of 200, which is what one request answers. */
export const previews = async (
  contactIds: readonly string[],
  draft: CredentialMessage,
  signal: AbortSignal,
): Promise<CredentialPreview[]> => {
  const found: CredentialPreview[] = [];
  for (let at = 0; at < contactIds.length; at += MOST_PREVIEWS) {
    const ids = contactIds.slice(at, at + MOST_PREVIEWS);
    const { data } = await previewCredentials({ body: { contactIds: ids, draft }, signal });
    found.push(...data.items);
  }
  return found;
};

export const send = async (contactIds: readonly string[], draft: CredentialMessage, key: string) =>
  (await sendCredentials({ body: { contactIds: [...contactIds], draft }, headers: { 'Idempotency-Key': key } })).data;

/** What giving access would do now; asking changes nothing. `again`: an open invitation is replaced. */
export const accessPlanOptions = (id: string, again: boolean) =>
  queryOptions({
    queryKey: ['accessPlan', id, again],
    queryFn: async ({ signal }) =>
      (await giveContactAccess({ path: { id }, body: { plan: true, again }, signal })).data,
    staleTime: 0,
    gcTime: 0,
  });

export const giveAccess = async (id: string, again: boolean, key: string) =>
  (await giveContactAccess({ path: { id }, body: { again }, headers: { 'Idempotency-Key': key } })).data;

/** Where the login that is asked receives messages. */
export type AskWay = 'email' | 'sms';

/** On purpose, also again. */
export const askToAccept = async (id: string, strategy: AskWay, key: string) =>
  (await giveContactAccess({ path: { id }, body: { strategy }, headers: { 'Idempotency-Key': key } })).data;

/** The link is told this one time. */
export const handInvitation = async (id: string, way: 'screen' | 'link') =>
  (await makeInvitation({ path: { id }, body: { way } })).data;

export const fetchLetter = async (id: string): Promise<Blob> =>
  (await printInvitationLetter({ path: { id }, parseAs: 'blob' })).data as Blob;
