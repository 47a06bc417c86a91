import { page, type Feature } from '../../app/feature';

export const feature: Feature = {
  texts: ['deployments', 'devices', 'deployment-portal', 'contacts', 'activity'],
  routes: [
    { path: 'deployments', lazy: page(() => import('./pages/deployments-page'), 'DeploymentsPage') },
    { path: 'deployments/new', lazy: page(() => import('./pages/new-deployment-page'), 'NewDeploymentPage') },
    {
      path: 'deployments/:deploymentId/edit',
      lazy: page(() => import('./pages/edit-deployment-page'), 'EditDeploymentPage'),
    },
    {
      path: 'deployments/:deploymentId',
      lazy: page(() => import('./pages/deployment-page'), 'DeploymentPage'),
      children: [
        { index: true, lazy: page(() => import('./pages/devices-tab'), 'DevicesTab') },
        { path: 'portal', lazy: page(() => import('./pages/portal-tab'), 'PortalTab') },
        { path: 'cases', lazy: page(() => import('./pages/cases-tab'), 'CasesTab') },
        { path: 'activity', lazy: page(() => import('./pages/activity-tab'), 'ActivityTab') },
      ],
    },
    {
      path: 'deployments/:deploymentId/devices/new',
      lazy: page(() => import('./pages/new-device-page'), 'NewDevicePage'),
    },
    { path: 'devices', lazy: page(() => import('./pages/devices-page'), 'DevicesPage') },
    { path: 'devices/:deviceId/edit', lazy: page(() => import('./pages/edit-device-page'), 'EditDevicePage') },
    { path: 'devices/:deviceId', lazy: page(() => import('./pages/device-page'), 'DevicePage') },
  ],
  tabs: {
    'customers/:customerId': [{ path: 'deployments', lazy: page(() => import('./pages/customer-tab'), 'CustomerTab') }],
  },
};
