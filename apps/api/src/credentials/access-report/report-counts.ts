import { listed, type WayIn, WAYS_IN } from '../../contacts/way-in.js';
import { type Count, MOST, upTo } from '../../http/counts.js';
import { type AccessReportCounts, REASONS, REPORT_WAYS, RESET_FAULTS } from './access-report.dto.js';
import { CAN, isUnused, OPEN, stateOf, waysOf } from './report-classes.js';
import { isWayLocked } from '../../contacts/contact-sql.js';
import { THE_BOUNCED, THE_LOCKED } from './report-sql.js';

const STORED_FAULTS = RESET_FAULTS.filter((fault) => fault !== 'bounced');

const counted = (name: string, from: string): string =>
  `(SELECT count(*)::int FROM (SELECT 1 FROM ${from} LIMIT ${MOST + 1}) found) AS "${name}"`;
const classes = (values: readonly WayIn[], fence = ''): string[] =>
  values.map((value) => counted(value, `contacts c WHERE c.way_in = '${value}'${fence}`));

/** Those Home speaks of: the invited, and whoever does not get in although nobody switched their access off. */
export const HOME_CLASSES = classes(OPEN.filter((value) => stateOf(value) !== 'can')).join(', ');

/** Each from an index, and no further than the number that is shown. */
export function countsSql(fence: string): string {
  const columns = [
    ...classes(WAYS_IN, fence),
    ...STORED_FAULTS.map((fault) => counted(`reset_${fault}`, `contacts c WHERE c.reset_ready = '${fault}'${fence}`)),
    counted('reset_bounced', `${THE_BOUNCED} WHERE true${fence}`),
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
): Omit<AccessReportCounts, 'resetsEnabled'> & { lockedOut: Count } {
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
    lockedOut: upTo(lockedOut),
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
