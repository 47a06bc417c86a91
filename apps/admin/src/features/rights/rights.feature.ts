import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  routes: [
    { path: 'rights', lazy: page(() => import('./pages/profiles-page'), 'ProfilesPage') },
    { path: 'rights/:profileId', lazy: page(() => import('./pages/profile-page'), 'ProfilePage') },
  ],
  palette: [
    {
      id: 'rights',
      groupKey: 'rights:title',
      permission: 'customer:read',
      actions: [
        { id: 'profiles', labelKey: 'rights:title', to: '/rights' },
        { id: 'new-profile', labelKey: 'rights:add', to: '/rights/new', permission: 'rights:write' },
      ],
    },
  ],
};
