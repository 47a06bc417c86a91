import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['outbox', 'resets', 'sms'],
  routes: [{ path: 'outbox', lazy: page(() => import('./pages/outbox-page'), 'OutboxPage') }],
};
