import { page, type Feature } from '../../app/feature';

const start = page(() => import('./pages/imports-page'), 'ImportsPage');

export const feature: Feature = {
  routes: [
    { path: 'imports', lazy: start },
    { path: 'imports/new', lazy: start },
    { path: 'imports/:importId', lazy: page(() => import('./pages/import-page'), 'ImportPage') },
  ],
  palette: [
    {
      id: 'imports',
      groupKey: 'imports:title',
      actions: [
        { id: 'import', labelKey: 'imports:palette.import', to: '/imports/new', permission: 'import:run' },
        { id: 'export', labelKey: 'imports:palette.export', to: '/imports', permission: 'export:run' },
      ],
    },
  ],
};
