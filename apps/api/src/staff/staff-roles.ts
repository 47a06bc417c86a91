import { STAFF_ROLES, type StaffRole } from '../http/permissions.js';
import type { STAFF_ACTIONS } from './staff.dto.js';

type StaffAction = (typeof STAFF_ACTIONS)[number];

const rank = (role: StaffRole): number => STAFF_ROLES.indexOf(role);

/** Nobody gives, or acts on, a role above the own one (AZN-10). */
export const mayActOn = (own: StaffRole, other: StaffRole): boolean => rank(own) <= rank(other);

const BY_STATUS: Record<'invited' | 'active' | 'inactive', readonly StaffAction[]> = {
  invited: ['edit', 'deactivate', 'send_link'],
  active: ['edit', 'deactivate', 'send_link'],
  inactive: ['edit', 'reactivate'],
};

/** What this staff member may do to that one; the last owner is looked at when it is done. */
export const allowedActions = (
  own: StaffRole,
  other: { role: StaffRole; status: keyof typeof BY_STATUS; hasSecondFactor: boolean },
): StaffAction[] => {
  if (!mayActOn(own, other.role)) return [];
  return other.hasSecondFactor ? [...BY_STATUS[other.status], 'reset_second_factor'] : [...BY_STATUS[other.status]];
};
