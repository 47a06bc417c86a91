import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  routes: [{ path: 'staff', lazy: page(() => import('./pages/staff-page'), 'StaffPage') }],
  palette: [
    {
      id: 'staff',
      groupKey: 'common:nav.staff',
      permission: 'staff:write',
      actions: [{ id: 'invite', labelKey: 'staff:invite.title', to: '/staff?invite=yes' }],
    },
  ],
};
