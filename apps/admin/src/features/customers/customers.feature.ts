import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['customers', 'contacts', 'credentials', 'sms', 'activity'],
  routes: [
    { path: 'customers', lazy: page(() => import('./pages/customers-page'), 'CustomersPage') },
    { path: 'customers/new', lazy: page(() => import('./pages/new-customer-page'), 'NewCustomerPage') },
    { path: 'customers/:customerId/edit', lazy: page(() => import('./pages/edit-customer-page'), 'EditCustomerPage') },
    {
      path: 'customers/:customerId',
      lazy: page(() => import('./pages/customer-page'), 'CustomerPage'),
      children: [
        { index: true, lazy: page(() => import('./pages/overview-tab'), 'OverviewTab') },
        { path: 'contacts', lazy: page(() => import('./pages/contacts-tab'), 'ContactsTab') },
        { path: 'cases', lazy: page(() => import('./pages/cases-tab'), 'CasesTab') },
        { path: 'activity', lazy: page(() => import('./pages/activity-tab'), 'ActivityTab') },
      ],
    },
  ],
};
