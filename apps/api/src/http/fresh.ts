import type { AuditActor, StaffActor } from './actors.js';
import { AppError } from './app-error.js';

const FRESH_MS = 15 * 60_000;

/** The secret was proven within 15 minutes (SES-6); a key never proves one. Throws session.reauthentication_required. */
export function assertFresh({ authenticatedAt }: Pick<StaffActor, 'authenticatedAt'>): void {
  if (Date.now() - (authenticatedAt?.getTime() ?? 0) > FRESH_MS)
    throw new AppError('session.reauthentication_required');
}

/** Where a service decides whether an act needs the proof. Staff only: a key has no password, its scopes guard it; imports have a permission of their own. */
export function assertStaffFresh(actor: AuditActor): void {
  if (actor.kind === 'staff') assertFresh(actor);
}
