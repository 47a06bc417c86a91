import type { DeviceIds } from './device-data.js';
import type { Question } from './label-questions.js';

/** Tables that no question about devices may walk. */
export const BIG_DEVICE_TABLES = ['deployments', 'deployment_portals', 'devices', 'labels', 'audit_events'];

const aYearAgo = () => new Date(Date.now() - 365 * 86_400_000).toISOString();

/** What staff ask about deployments and devices. */
export const aboutDevices = ({ customer, deployment, device }: DeviceIds): Question[] => [
  ['deployments', '/deployments?limit=25'],
  ['deployments, newest', '/deployments?limit=25&sort=newest'],
  ['deployments of a customer', `/deployments?limit=25&customerId=${customer}`],
  ['deployments, inactive', '/deployments?limit=25&status=inactive'],
  ['deployments with a portal', '/deployments?limit=25&portal=on'],
  ['deployments with an old PIN', '/deployments?limit=25&portal=pin_due'],
  ['deployments: rare words', '/deployments?limit=25&q=hall%2047'],
  ['deployment', `/deployments/${deployment}`],
  ['deployment activity', `/deployments/${deployment}/activity`],
  ['deployment checklist', `/deployments/${deployment}/checklist`],
  ['deployment traffic', `/deployments/${deployment}/traffic`],
  ['devices', '/devices?limit=25'],
  ['devices, newest', '/devices?limit=25&sort=newest'],
  ['devices of a deployment', `/devices?limit=25&deploymentId=${deployment}`],
  ['devices of a customer', `/devices?limit=25&customerId=${customer}`],
  ['devices of a model', '/devices?limit=25&model=Maker%2017'],
  ['devices with a usual tag', '/devices?limit=25&tag=usual'],
  ['devices with a rare tag', '/devices?limit=25&tag=rare'],
  ['devices retired', '/devices?limit=25&status=retired'],
  ['devices without label', '/devices?limit=25&label=none'],
  ['devices never scanned', '/devices?limit=25&label=never_scanned'],
  ['devices in use', '/devices?limit=25&label=live'],
  ['devices: serial number', '/devices?limit=25&q=sn-47110'],
  ['devices: words in one deployment', `/devices?limit=25&q=gate%201&deploymentId=${deployment}`],
  ['device', `/devices/${device}`],
  ['device activity', `/devices/${device}/activity`],
  ['device files', `/devices/${device}/files`],
  ['device models', '/device-models?q=maker%201'],
  ['cases of a device', `/cases?limit=25&deviceId=${device}`],
  [
    'cases of a device, the last year',
    `/cases?limit=25&deviceId=${device}&activeSince=${encodeURIComponent(aYearAgo())}`,
  ],
  ['cases of a deployment', `/cases?limit=25&deploymentId=${deployment}`],
];
