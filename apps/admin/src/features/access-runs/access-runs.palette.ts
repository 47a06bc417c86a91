import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'access-runs',
    groupKey: 'access-runs:title',
    actions: [{ id: 'many', labelKey: 'access-runs:palette.many', to: '/access-runs', permission: 'credential:send' }],
  },
];
