import { page, type Feature } from '../../app/feature';
import { searchCustomers } from './customers.api';

export const feature: Feature = {
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
  palette: [
    {
      id: 'customers',
      groupKey: 'nav.customers',
      permission: 'customer:read',
      search: searchCustomers,
      actions: [{ id: 'new-customer', labelKey: 'customers:add', to: '/customers/new', permission: 'customer:write' }],
    },
  ],
};
