import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['access', 'contacts', 'credentials', 'sms', 'activity'],
  routes: [
    { path: 'contacts/:contactId/check', lazy: page(() => import('./pages/check-page'), 'CheckPage') },
    { path: 'access-requests', lazy: page(() => import('./pages/requests-page'), 'RequestsPage') },
  ],
};
