import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'resets',
    groupKey: 'common:nav.outbox',
    permission: 'contact:read',
    actions: [{ id: 'requests', labelKey: 'resets:palette.requests', to: '/outbox/password-requests' }],
  },
];
