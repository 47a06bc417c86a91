import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['access-runs'],
  routes: [
    { path: 'access-runs', lazy: page(() => import('./pages/runs-page'), 'RunsPage') },
    { path: 'access-runs/:runId', lazy: page(() => import('./pages/run-page'), 'RunPage') },
  ],
};
