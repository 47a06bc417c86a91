import { CAN_BY, CANNOT, type WayIn, WAYS_IN } from '../../contacts/way-in.js';
import type { AccessReportFilter, AnswerState, Reason, ReportWay } from './access-report.dto.js';

type CanBy = keyof typeof CAN_BY;
export const CAN = Object.keys(CAN_BY) as CanBy[];

const isCan = (value: WayIn): value is CanBy => value in CAN_BY;
const isReason = (value: WayIn): value is (typeof CANNOT)[number] => CANNOT.some((one) => one === value);

/** What is stored of a contact, before a lock is laid over it. */
export function stateOf(value: WayIn): AnswerState {
  if (isCan(value)) return 'can';
  return value === 'waiting' ? 'waiting' : 'cannot';
}

export function waysOf(value: WayIn): readonly ReportWay[] {
  if (isCan(value)) return CAN_BY[value];
  return value === 'waiting' ? ['link'] : [];
}

export const isUnused = (value: WayIn): boolean => value.endsWith('_unused');

/** A contact as the report shows it: without the ways that are locked. */
export function shown(
  value: WayIn,
  locked: readonly string[],
): { state: AnswerState; reason: Reason | null; ways: ReportWay[] } {
  const ways = waysOf(value).filter((way) => !locked.includes(way));
  if (isReason(value)) return { state: 'cannot', reason: value, ways };
  if (ways.length === 0) return { state: 'cannot', reason: 'locked', ways };
  return { state: stateOf(value), reason: null, ways };
}

/** Staff switched it off on purpose: nothing is to be mended. */
const SHUT: readonly WayIn[] = ['customer_inactive', 'contact_inactive', 'not_portal_user', 'login_disabled'];
export const OPEN = WAYS_IN.filter((value) => !SHUT.includes(value));

export interface Wanted {
  /** Stored values that may be among the answer. */
  values: readonly WayIn[];
  /** Of those who get in by what is stored: all, only who is locked, only who is not; or a way that must not be locked. */
  locked: 'any' | 'only' | 'not' | 'password' | 'pin';
  /** Beside these, whoever is kept out by a lock. */
  andLocked: boolean;
}

const asksWhoGetsIn = ({ state, way, neverUsed }: AccessReportFilter): boolean =>
  way !== undefined || neverUsed === true || state === 'can';

/** What a filter asks for, in values that are stored. */
export function wanted(filter: AccessReportFilter): Wanted {
  const { state, reason, way, neverUsed, open } = filter;
  const isOpen = asksWhoGetsIn(filter);
  const isLock = reason === 'locked';
  // Nobody is locked out and gets in.
  if (isLock && (isOpen || state === 'waiting')) return { values: [], locked: 'any', andLocked: false };
  if (isLock) return { values: CAN, locked: 'only', andLocked: false };
  const values = WAYS_IN.filter(
    (value) =>
      (state === undefined || stateOf(value) === state) &&
      (reason === undefined || value === reason) &&
      (open === undefined || OPEN.includes(value) === open) &&
      (way === undefined || waysOf(value).includes(way)) &&
      (neverUsed !== true || isUnused(value)),
  );
  const andLocked = state === 'cannot' && reason === undefined && open !== false && !isOpen;
  if (way === 'password' || way === 'pin') return { values, locked: way, andLocked };
  return { values, locked: isOpen ? 'not' : 'any', andLocked };
}
