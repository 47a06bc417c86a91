import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['labels'],
  routes: [{ path: 'labels', lazy: page(() => import('./pages/labels-page'), 'LabelsPage') }],
  tabs: {
    'deployments/:deploymentId': [{ path: 'labels', lazy: page(() => import('./pages/labels-tab'), 'LabelsTab') }],
  },
};
