import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['settings', 'returned', 'senders', 'resets', 'sms'],
  routes: [
    {
      path: 'settings',
      lazy: page(() => import('./pages/settings-page'), 'SettingsPage'),
      children: [
        { index: true, lazy: page(() => import('./pages/company-tab'), 'CompanyTab') },
        { path: 'language', lazy: page(() => import('./pages/locale-tab'), 'LocaleTab') },
        { path: 'portal', lazy: page(() => import('./pages/portal-tab'), 'PortalTab') },
        { path: 'sign-in', lazy: page(() => import('./pages/sign-in-tab'), 'SignInTab') },
        {
          path: 'invitations',
          lazy: page(() => import('./pages/invitations-tab'), 'InvitationsTab'),
        },
        {
          path: 'password-reset',
          lazy: page(() => import('./pages/password-reset-tab'), 'PasswordResetTab'),
        },
        { path: 'mail', lazy: page(() => import('./pages/mail-tab'), 'MailTab') },
        { path: 'returned-mail', lazy: page(() => import('./pages/returned-tab'), 'ReturnedTab') },
        { path: 'sms', lazy: page(() => import('./pages/sms-tab'), 'SmsTab') },
        { path: 'privacy', lazy: page(() => import('./pages/privacy-tab'), 'PrivacyTab') },
        { path: 'messages', lazy: page(() => import('./pages/messages-tab'), 'MessagesTab') },
      ],
    },
  ],
};
