import type { PaletteProvider } from '../../app/shell/palette';
import { searchDeployments } from './deployments.api';
import { searchDevices } from './devices.api';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'deployments',
    groupKey: 'nav.deployments',
    permission: 'deployment:read',
    search: searchDeployments,
    actions: [
      { id: 'new-deployment', labelKey: 'deployments:add', to: '/deployments/new', permission: 'deployment:write' },
    ],
  },
  { id: 'devices', groupKey: 'nav.devices', permission: 'deployment:read', search: searchDevices },
];
