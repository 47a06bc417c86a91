import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'rights',
    groupKey: 'rights:title',
    permission: 'customer:read',
    actions: [
      { id: 'profiles', labelKey: 'rights:title', to: '/rights' },
      { id: 'new-profile', labelKey: 'rights:add', to: '/rights/new', permission: 'rights:write' },
    ],
  },
];
