import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['resets', 'contacts', 'credentials', 'sms'],
  routes: [
    {
      path: 'outbox/password-requests',
      lazy: page(() => import('./pages/password-requests-page'), 'PasswordRequestsPage'),
    },
  ],
};
