import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['api-keys'],
  routes: [{ path: 'api-keys', lazy: page(() => import('./pages/api-keys-page'), 'ApiKeysPage') }],
};
