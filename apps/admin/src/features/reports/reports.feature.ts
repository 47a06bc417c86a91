import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['reports', 'contacts', 'credentials', 'sms'],
  routes: [{ path: 'reports/access', lazy: page(() => import('./pages/access-report-page'), 'AccessReportPage') }],
};
