import { listContacts, setContactRights } from '@latchkey/api-client';
import { getContactRightsOptions, getCustomerOptions, listCarriersOptions } from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';
import type { PaletteItem } from '../../app/shell/palette';

const PALETTE_RESULTS = 5;

/** What Ctrl+K finds: the name, and what tells two of the same name apart. */
export const searchContacts = async (text: string, signal: AbortSignal): Promise<readonly PaletteItem[]> => {
  const { data } = await listContacts({ query: { q: text, limit: PALETTE_RESULTS }, signal });
  return data.items.map((contact) => ({
    id: contact.id,
    label: contact.name ?? contact.email ?? contact.phones[0]?.e164 ?? contact.id,
    description: [contact.customer.name, contact.email].filter(Boolean).join(' · '),
    to: `/contacts/${contact.id}`,
  }));
};

export const useContactRights = (id: string) => useQuery(getContactRightsOptions({ path: { id } }));

export type ContactRight = Parameters<typeof setContactRights>[0]['body']['removed'][number];

export const saveContactRights = (row: { id: string; version: number }, removed: ContactRight[]) =>
  setContactRights({ path: { id: row.id }, headers: { 'If-Match': `"${row.version}"` }, body: { removed } });

/** The customer a new contact is added to. */
export const useCustomerName = (id: string | undefined) =>
  useQuery({ ...getCustomerOptions({ path: { id: id ?? '' } }), enabled: id !== undefined });

/** Few, and the same for everybody. */
export const useCarriers = () => useQuery(listCarriersOptions());
