import { page, type Feature } from '../../app/feature';

const start = page(() => import('./pages/imports-page'), 'ImportsPage');

export const feature: Feature = {
  texts: ['imports'],
  routes: [
    { path: 'imports', lazy: start },
    { path: 'imports/new', lazy: start },
    { path: 'imports/:importId', lazy: page(() => import('./pages/import-page'), 'ImportPage') },
  ],
};
