import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'settings',
    groupKey: 'common:nav.settings',
    permission: 'settings:read',
    actions: [
      { id: 'mail', labelKey: 'settings:palette.mail', to: '/settings/mail' },
      { id: 'returned-mail', labelKey: 'settings:palette.returned', to: '/settings/returned-mail' },
      { id: 'sms', labelKey: 'settings:palette.sms', to: '/settings/sms' },
      { id: 'messages', labelKey: 'settings:palette.messages', to: '/settings/messages' },
      { id: 'privacy', labelKey: 'settings:palette.privacy', to: '/settings/privacy' },
      { id: 'portal', labelKey: 'settings:palette.portal', to: '/settings/portal' },
      { id: 'invitations', labelKey: 'settings:palette.invitations', to: '/settings/invitations' },
      { id: 'password-reset', labelKey: 'settings:palette.passwordReset', to: '/settings/password-reset' },
    ],
  },
];
