import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['home'],
  routes: [{ index: true, lazy: page(() => import('./pages/home-page'), 'HomePage') }],
};
