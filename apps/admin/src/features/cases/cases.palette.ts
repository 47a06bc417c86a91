import type { PaletteProvider } from '../../app/shell/palette';
import { searchCases } from './cases.api';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'cases',
    groupKey: 'cases:title',
    permission: 'case:read',
    search: searchCases,
    actions: [
      { id: 'new', labelKey: 'cases:add', to: '/cases/new', permission: 'case:write' },
      { id: 'mine', labelKey: 'cases:palette.mine', to: '/cases?assignee=me&status=open,waiting' },
      { id: 'nobodys', labelKey: 'cases:palette.nobodys', to: '/cases?assignee=none&status=open,waiting' },
    ],
  },
];
