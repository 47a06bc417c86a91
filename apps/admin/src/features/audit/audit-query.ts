import type { ListParams } from '../../lib/use-list-params';
import type { AuditFilters } from './audit.api';

export const FILTERS = ['action', 'actorId', 'customerId', 'contactId', 'identityId', 'from', 'to'] as const;
type Name = (typeof FILTERS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Midnight of a day here, `later` days on; undefined for what is no day. */
function midnight(day: string, later: number): string | undefined {
  if (!DAY.test(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const time = new Date(year, month - 1, date + later);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

const VALUE: Partial<Record<Name, (value: string) => string | undefined>> = {
  from: (day) => midnight(day, 0),
  // The last day is included.
  to: (day) => midnight(day, 1),
};

/** What the address says, as the API is asked. */
export const toAuditFilters = ({ filters }: Pick<ListParams, 'filters'>): AuditFilters =>
  Object.fromEntries(
    FILTERS.flatMap((name) => {
      const given = filters[name]?.[0];
      const value = given === undefined ? undefined : VALUE[name] ? VALUE[name](given) : given;
      return value ? [[name, value]] : [];
    }),
  );
