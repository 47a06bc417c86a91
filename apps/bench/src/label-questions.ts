import type { DeviceIds } from './device-data.js';
import type { LabelIds } from './label-data.js';

/** With a body it is posted. */
export type Question = readonly [what: string, path: string, body?: unknown];

/** What staff ask about labels, and what a phone before a device asks. */
export const aboutLabels = (label: LabelIds, { deployment, device }: DeviceIds): Question[] => [
  ['labels', '/labels?limit=25'],
  ['labels of a deployment', `/labels?limit=25&deploymentId=${deployment}`],
  ['labels of a device', `/labels?limit=25&deviceId=${device}`],
  ['labels replaced', '/labels?limit=25&state=superseded'],
  ['labels revoked', '/labels?limit=25&state=revoked'],
  ['labels never scanned', '/labels?limit=25&list=never_scanned'],
  ['labels scanned after they were replaced', '/labels?limit=25&list=scanned_late'],
  ['labels of a deployment, never scanned', `/labels?limit=25&list=never_scanned&deploymentId=${deployment}`],
  ['labels of a deployment, scanned late', `/labels?limit=25&list=scanned_late&deploymentId=${deployment}`],
  ['devices of a deployment without label', `/devices?limit=25&label=none&deploymentId=${deployment}`],
  ['label', `/labels/${label.id}`],
  ['a scan', '/portal/scans', { label: label.publicId, secret: label.secret }],
  ['a scan, typed', '/portal/scans', { label: label.publicId, code: label.code }],
  ['opening a visit by a label', '/portal/visits', { label: label.publicId, secret: label.secret, pin: label.pin }],
  ['opening a visit by a typed code', '/portal/visits', { label: label.publicId, code: label.code, pin: label.pin }],
];
