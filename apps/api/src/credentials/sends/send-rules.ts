import type { AuditActor, StaffActor } from '../../http/actors.js';
import { AppError, fieldError } from '../../http/app-error.js';
import { emailKey } from '../../text/email.js';
import { blocker, destination, type Draft, isUnproven } from './message-checks.js';
import type { Recipient } from './recipients.queries.js';
import type { PreviewCredentials, SendCredentials, SendWarning, SentCredentials } from './sends.dto.js';

/** Another address: exactly one mailbox, for one contact (D2). Whether it is another one is only known beside the contact. */
export function assertDestination(body: SendCredentials | PreviewCredentials): void {
  if (body.draft.to === undefined) return;
  if (body.contactIds.length > 1)
    throw fieldError('/draft/to', 'request.invalid_body', 'Another address is for one contact only');
  if (emailKey(body.draft.to) === undefined)
    throw fieldError('/draft/to', 'request.invalid_body', 'Not an e-mail address of one mailbox');
}

/** Only who may send elsewhere may (an API key never), and only the activation link goes there. */
export function assertElsewhere(staff: StaffActor, uses: ReadonlySet<string>): void {
  if (!staff.permissions.has('credential:send_elsewhere'))
    throw new AppError('access.denied', { missing: 'credential:send_elsewhere' });
  if (uses.has('initial_pin') || !uses.has('activation_link')) throw new AppError('credential.elsewhere_needs_link');
}

/** A key can neither name an address nor make one: not by writing it into the contact of a login that is in use either. */
function mayReach(staff: StaffActor, recipient: Recipient): boolean {
  if (staff.permissions.has('credential:send_elsewhere')) return true;
  const isNew = staff.kind === 'key' && recipient.access === 'active' && !recipient.hasLoginEmail;
  return !isUnproven(recipient) && !isNew;
}

/** Why nothing goes to this contact from this member of staff; undefined when it will. Preview and sending ask the same. */
export function stopFor(draft: Draft, recipient: Recipient, staff: StaffActor): SendWarning | undefined {
  const stop = blocker(draft, recipient);
  if (stop) return stop;
  const mayElsewhere = staff.permissions.has('credential:send_elsewhere');
  if (destination(draft.message.to, recipient).isElsewhere && !mayElsewhere) return 'address_not_on_file';
  return mayReach(staff, recipient) ? undefined : 'login_email_differs';
}

/** Who acts, where it is not the member of staff named in the message. */
export interface Acting {
  by: AuditActor;
  /** The invitation that did not arrive. */
  insteadOf?: string | undefined;
}

/** The run whose new PIN the message carries, and when the PIN of before ends. */
export interface SendRotation {
  runId: string;
  endsAt: Date;
}

/** One request to send, for each of its contacts. */
export interface SendJob {
  draftFor: (recipient: Recipient) => Draft;
  /** The same for every try of the request. */
  batchId: string;
  staff: StaffActor;
  acting?: Acting | undefined;
  rotation?: SendRotation | undefined;
  /** Only tells of a further company. */
  isNews?: boolean;
}

export type SendOutcome = { sent: SentCredentials['sent'][number] } | { skipped: SendWarning };
