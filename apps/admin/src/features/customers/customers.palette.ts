import type { PaletteProvider } from '../../app/shell/palette';
import { searchCustomers } from './customers.api';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'customers',
    groupKey: 'nav.customers',
    permission: 'customer:read',
    search: searchCustomers,
    actions: [{ id: 'new-customer', labelKey: 'customers:add', to: '/customers/new', permission: 'customer:write' }],
  },
];
