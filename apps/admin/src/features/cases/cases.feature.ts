import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['cases', 'contacts'],
  routes: [
    { path: 'cases', lazy: page(() => import('./pages/cases-page'), 'CasesPage') },
    { path: 'cases/new', lazy: page(() => import('./pages/new-case-page'), 'NewCasePage') },
    { path: 'cases/:caseId', lazy: page(() => import('./pages/case-page'), 'CasePage') },
  ],
};
