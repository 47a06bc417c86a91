import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'outbox',
    groupKey: 'outbox:title',
    permission: 'notification:read',
    actions: [{ id: 'refused', labelKey: 'outbox:palette.refused', to: '/outbox?state=refused,bounced' }],
  },
];
