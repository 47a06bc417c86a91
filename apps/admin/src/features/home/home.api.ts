import { getDashboardOptions, getSetupChecklistOptions } from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';
import { useLiveRefresh } from '../../app/live';
import { useCan } from '../../app/session';

const EVENTS = ['case.changed', 'contact.changed', 'notification.changed'];
const SHOWN = ['getDashboard', 'getSetupChecklist'];

export const useDashboard = () => {
  useLiveRefresh(EVENTS, SHOWN);
  return useQuery(getDashboardOptions());
};

/** Only for those who may set things up. */
export const useChecklist = () => useQuery({ ...getSetupChecklistOptions(), enabled: useCan()('settings:read') });
