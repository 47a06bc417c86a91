import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['activity', 'audit', 'contacts'],
  routes: [{ path: 'audit', lazy: page(() => import('./pages/audit-page'), 'AuditPage') }],
};
