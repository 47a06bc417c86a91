import { listed, type WayIn, WAYS_IN } from '../../contacts/way-in.js';
import { type Count, MOST, upTo } from '../../http/counts.js';
import { type AccessReportCounts, REASONS, REPORT_WAYS, RESET_FAULTS } from './access-report.dto.js';
import { CAN, isUnused, stateOf, waysOf } from './report-classes.js';
import { isWayLocked, THE_BOUNCED, THE_LOCKED } from './report-sql.js';

const STORED_FAULTS = RESET_FAULTS.filter((fault) => fault !== 'bounced');

/** Each from an index, and no further than the number that is shown. */
export function countsSql(fence: string): string {
  const counted = (name: string, from: string) =>
    `(SELECT count(*)::int FROM (SELECT 1 FROM ${from}${fence} LIMIT ${MOST + 1}) found) AS "${name}"`;
  const columns = [
    ...WAYS_IN.map((value) => counted(value, `contacts c WHERE c.way_in = '${value}'`)),
    ...STORED_FAULTS.map((fault) => counted(`reset_${fault}`, `contacts c WHERE c.reset_ready = '${fault}'`)),
    counted('reset_bounced', `${THE_BOUNCED} WHERE true`),
  ];
  return `SELECT ${columns.join(', ')}`;
}

export const lockedSql = (fence: string): string => `
  SELECT c.way_in AS value, ${isWayLocked('password')} AS password, ${isWayLocked('pin')} AS pin, count(*)::int AS count
    FROM ${THE_LOCKED} WHERE c.way_in IN (${listed(CAN)})${fence} GROUP BY 1, 2, 3`;

/** How many of one class have which way locked. */
export interface Locked {
  value: WayIn;
  password: boolean;
  pin: boolean;
  count: number;
}

/** The counts of the report from those of the stored classes. */
export function summed(
  all: Readonly<Record<string, number>>,
  locked: readonly Locked[],
): Omit<AccessReportCounts, 'resetsEnabled'> {
  const stored = (name: string) => all[name] ?? 0;
  const lockedBy = (isCounted: (one: Locked) => boolean) =>
    locked.filter(isCounted).reduce((sum, { count }) => sum + count, 0);
  const isOut = ({ value, password, pin }: Locked) =>
    waysOf(value).every((way) => (way === 'password' && password) || (way === 'pin' && pin));
  // Beyond the limit the exact number is not known, and a few who are locked change nothing.
  const without = (values: readonly WayIn[], isCounted: (one: Locked) => boolean): Count =>
    upTo(
      values.reduce((sum, value) => {
        const found = stored(value);
        return sum + (found > MOST ? found : found - lockedBy((one) => one.value === value && isCounted(one)));
      }, 0),
    );
  const inState = (state: string) => WAYS_IN.filter((value) => stateOf(value) === state);
  const lockedOut = lockedBy(isOut);
  return {
    can: without(CAN, isOut),
    waiting: without(inState('waiting'), isOut),
    cannot: upTo(inState('cannot').reduce((sum, value) => sum + stored(value), lockedOut)),
    neverUsed: without(CAN.filter(isUnused), isOut),
    byReason: REASONS.map((reason) => ({ reason, ...upTo(reason === 'locked' ? lockedOut : stored(reason)) })),
    byWay: REPORT_WAYS.map((way) => ({
      way,
      ...without(
        WAYS_IN.filter((value) => waysOf(value).includes(way)),
        (one) => way !== 'link' && one[way],
      ),
    })),
    byResetFault: RESET_FAULTS.map((resetFault) => ({ resetFault, ...upTo(stored(`reset_${resetFault}`)) })),
  };
}
