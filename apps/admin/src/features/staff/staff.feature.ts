import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['staff'],
  routes: [{ path: 'staff', lazy: page(() => import('./pages/staff-page'), 'StaffPage') }],
};
