import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['rights'],
  routes: [
    { path: 'rights', lazy: page(() => import('./pages/profiles-page'), 'ProfilesPage') },
    { path: 'rights/:profileId', lazy: page(() => import('./pages/profile-page'), 'ProfilePage') },
  ],
};
