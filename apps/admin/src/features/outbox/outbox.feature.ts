import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  routes: [{ path: 'outbox', lazy: page(() => import('./pages/outbox-page'), 'OutboxPage') }],
  palette: [
    {
      id: 'outbox',
      groupKey: 'outbox:title',
      permission: 'notification:read',
      actions: [{ id: 'refused', labelKey: 'outbox:palette.refused', to: '/outbox?state=refused' }],
    },
  ],
};
