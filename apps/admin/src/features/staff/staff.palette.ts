import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'staff',
    groupKey: 'common:nav.staff',
    permission: 'staff:write',
    actions: [{ id: 'invite', labelKey: 'staff:invite.title', to: '/staff?invite=yes' }],
  },
];
