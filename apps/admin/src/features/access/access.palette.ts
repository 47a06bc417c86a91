import { listContacts } from '@latchkey/api-client';
import type { PaletteItem, PaletteProvider } from '../../app/shell/palette';
import { i18next } from '../../i18n/i18n';
import { nameIn } from './trouble-words';

const RESULTS = 3;

/** "Check access of ...": found by name, e-mail or phone, also in "eva can't get in". */
const searchPeople = async (typed: string, signal: AbortSignal): Promise<readonly PaletteItem[]> => {
  const q = nameIn(typed, i18next.t('access:palette.trouble'));
  if (q === '') return [];
  const { data } = await listContacts({ query: { q, limit: RESULTS }, signal });
  return data.items.map(({ id, name, email, phones, customer }) => ({
    id: `check-${id}`,
    label: i18next.t('access:palette.checkOf', { name: name ?? email ?? phones[0]?.e164 ?? id }),
    description: [customer.name, email].filter(Boolean).join(' · '),
    to: `/contacts/${id}/check`,
  }));
};

export const palette: readonly PaletteProvider[] = [
  {
    id: 'access',
    groupKey: 'access:palette.check',
    permission: 'credential:read',
    search: searchPeople,
    actions: [{ id: 'access-requests', labelKey: 'access:palette.requests', to: '/access-requests' }],
  },
];
