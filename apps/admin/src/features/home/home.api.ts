import {
  getAuditChainOptions,
  getDashboardOptions,
  getSetupChecklistOptions,
  listDevicesOptions,
  listLabelsOptions,
} from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';
import { useLiveRefresh } from '../../app/live';
import { useCan } from '../../app/session';
import type { Step } from './steps';

const EVENTS = ['case.changed', 'contact.changed', 'notification.changed', 'device.changed', 'access_request.changed'];
const SHOWN = ['getDashboard', 'getSetupChecklist', 'listDevices', 'listLabels'];

export const useDashboard = () => {
  useLiveRefresh(EVENTS, SHOWN);
  return useQuery(getDashboardOptions());
};

/** For those who may read the audit; the product looks once a day. */
export const useIsAuditBroken = (): boolean => {
  const enabled = useCan()('audit:read');
  return useQuery({ ...getAuditChainOptions(), enabled, select: ({ broken }) => broken !== null }).data ?? false;
};

const ONE = { query: { limit: 1 } };
const isAnyThere = ({ items }: { items: readonly unknown[] }): boolean => items.length > 0;

/** Only for those who may set things up. Whether machines and labels are there, their own lists tell. */
export const useSteps = (): readonly Step[] => {
  const can = useCan();
  const enabled = can('settings:read') && can('deployment:read');
  const setup = useQuery({ ...getSetupChecklistOptions(), enabled: can('settings:read') });
  const devices = useQuery({ ...listDevicesOptions(ONE), enabled, select: isAnyThere });
  const labels = useQuery({ ...listLabelsOptions(ONE), enabled, select: isAnyThere });
  if (!setup.data || devices.isLoading || labels.isLoading) return [];
  if (devices.data === undefined || labels.data === undefined) return setup.data.items;
  return [...setup.data.items, { key: 'device', done: devices.data }, { key: 'label', done: labels.data }];
};
