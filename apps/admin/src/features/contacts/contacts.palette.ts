import type { PaletteProvider } from '../../app/shell/palette';
import { searchContacts } from './contacts.api';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'contacts',
    groupKey: 'nav.contacts',
    permission: 'contact:read',
    search: searchContacts,
    actions: [{ id: 'new-contact', labelKey: 'contacts:add', to: '/contacts/new', permission: 'contact:write' }],
  },
];
