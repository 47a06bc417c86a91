import type { StaffMember } from '@latchkey/api-client';
import type { Tone } from '../../theme/tokens';

export const ROLES = ['owner', 'admin', 'agent', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Nobody gives a role above the own one; the API refuses it too. */
export const grantableRoles = (own: Role): readonly Role[] => ROLES.slice(ROLES.indexOf(own));

/** What the badge of a member says. */
export const statusWords = (
  { status, invitationExpiresAt }: Pick<StaffMember, 'status' | 'invitationExpiresAt'>,
  now: number,
): { tone: Tone; word: 'active' | 'inactive' | 'invited' | 'expired' } => {
  if (status === 'active') return { tone: 'good', word: 'active' };
  if (status === 'inactive') return { tone: 'quiet', word: 'inactive' };
  const isOver = !invitationExpiresAt || Date.parse(invitationExpiresAt) <= now;
  return isOver ? { tone: 'bad', word: 'expired' } : { tone: 'wait', word: 'invited' };
};
