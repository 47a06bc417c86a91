import { countAccessReportOptions } from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';

/** What keeps a new password from somebody who has one; who has only a PIN needs none. */
export const WITHOUT_RESET = ['no_address', 'email_differs', 'not_allowed', 'bounced'] as const;
export const WITHOUT_RESET_LIST = `/reports/access?resetFault=${WITHOUT_RESET.join(',')}`;

/** For useLiveRefresh: what may change an answer. */
export const REPORT_EVENTS = ['contact.changed', 'customer.changed'];

export const useAccessCounts = (customerId = '', isWanted = true) =>
  useQuery({ ...countAccessReportOptions({ query: customerId ? { customerId } : {} }), enabled: isWanted });
