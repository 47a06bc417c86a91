import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'reports',
    groupKey: 'common:nav.contacts',
    permission: 'credential:read',
    actions: [{ id: 'access-report', labelKey: 'reports:palette.access', to: '/reports/access' }],
  },
];
