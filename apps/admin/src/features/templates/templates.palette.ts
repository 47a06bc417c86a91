import type { PaletteProvider } from '../../app/shell/palette';
import { searchTemplates } from './templates.api';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'templates',
    groupKey: 'templates:title',
    permission: 'case:read',
    search: searchTemplates,
    actions: [
      { id: 'all', labelKey: 'templates:title', to: '/case-templates' },
      { id: 'new', labelKey: 'templates:add', to: '/case-templates/new', permission: 'template:write' },
    ],
  },
];
