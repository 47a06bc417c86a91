import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['contacts', 'access', 'credentials', 'sms', 'activity', 'rights', 'resets'],
  routes: [
    { path: 'contacts', lazy: page(() => import('./pages/contacts-page'), 'ContactsPage') },
    { path: 'contacts/new', lazy: page(() => import('./pages/new-contact-page'), 'NewContactPage') },
    { path: 'contacts/:contactId/edit', lazy: page(() => import('./pages/edit-contact-page'), 'EditContactPage') },
    {
      path: 'contacts/:contactId',
      lazy: page(() => import('./pages/contact-page'), 'ContactPage'),
      children: [
        { index: true, lazy: page(() => import('./pages/access-tab'), 'AccessTab') },
        { path: 'cases', lazy: page(() => import('./pages/cases-tab'), 'CasesTab') },
        { path: 'rights', lazy: page(() => import('./pages/rights-tab'), 'RightsTab') },
        { path: 'activity', lazy: page(() => import('./pages/activity-tab'), 'ActivityTab') },
      ],
    },
  ],
};
