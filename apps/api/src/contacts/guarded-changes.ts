import type { Changed } from '../audit/row-changes.js';
import type { AuditActor } from '../http/actors.js';
import { assertStaffFresh } from '../http/fresh.js';

interface Guarded {
  identityId: string | null;
  askedIdentityId: string | null;
}

/** Somebody got a login here, with the first invitation at the latest; or somebody with a login is asked whether they come. */
const leadsIn = ({ identityId, askedIdentityId }: Guarded): boolean => identityId !== null || askedIdentityId !== null;

/** Before an act that changes who gets in as one of these contacts: staff prove their password again (SES-6). Throws session.reauthentication_required. */
export function assertProven(contacts: readonly Guarded[], actor: AuditActor): void {
  if (contacts.some(leadsIn)) assertStaffFresh(actor);
}

/** Links and codes go to the e-mail and the phones on file: whoever changes them decides who gets in. Nothing is open yet for somebody without a login. */
export function assertMayChangeReach(work: readonly Changed<Guarded>[], actor: AuditActor): void {
  const reached = work.filter(({ changed }) => changed.includes('email') || changed.includes('phones'));
  assertProven(
    reached.map(({ before }) => before),
    actor,
  );
}
