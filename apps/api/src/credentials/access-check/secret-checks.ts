import { Injectable } from '@nestjs/common';
import { absent, AccessChecks, type Finding, green } from '../../access-checks/access-checks.js';
import { fixes, letIn } from '../../access-checks/fixes.js';
import type { CheckSubject, Looking } from '../../access-checks/looking.js';
import { first } from '../../db/sql.js';
import { SmsServer } from '../../notifications/sms/sms-server.js';
import { SettingsService } from '../../settings/settings.service.js';
import { type InvitationRow, invitationsOf, secretsOf } from './way-in.js';

const hasSecret = (subject: CheckSubject): boolean => subject.hasPassword || subject.hasPin;

/** Invitation, password, PIN, and whether the person may ask for a new password. */
@Injectable()
export class SecretChecks {
  constructor(
    checks: AccessChecks,
    private readonly settings: SettingsService,
    private readonly sms: SmsServer,
  ) {
    checks.register(
      { key: 'invitation', group: 'invitation', look: invitation },
      { key: 'password', group: 'secrets', look: password },
      { key: 'pin', group: 'secrets', look: pin },
      { key: 'resets', group: 'secrets', look: (looking) => this.resets(looking) },
      { key: 'own_reset', group: 'secrets', look: ownReset },
      { key: 'phone_verified', group: 'phone', look: (looking) => this.phoneVerified(looking) },
    );
  }

  /** Only the person can prove a number; staff can say so on the phone (D9). */
  private async phoneVerified({ db, subject }: Looking): Promise<Finding> {
    const mobiles = subject.phones.filter(({ type, hasExtension }) => type === 'mobile' && !hasExtension);
    const [mobile] = mobiles;
    if (!mobile) return absent('no_mobile');
    const proven = mobiles.find(({ isVerified }) => isVerified);
    if (proven) return green('phone_verified', { phone: proven.e164 });
    const { sms } = await this.settings.read(db);
    const isMissed = sms.verifiedOnly && hasSecret(subject) && !(await this.sms.isOff());
    if (!isMissed) return absent('phone_not_verified');
    return { state: 'amber', cause: 'phone_unverified', facts: { phone: mobile.e164 } };
  }

  /** The switch for everybody (S2.6). */
  private async resets({ db, subject }: Looking): Promise<Finding> {
    if (!subject.hasPassword) return absent('reset_needs_password');
    const { passwordReset } = await this.settings.read(db);
    return passwordReset.enabled
      ? green('resets_on')
      : { state: 'amber', cause: 'resets_off', fix: fixes.allowResets() };
  }
}

/** The switch of this contact, and what the other companies of the login say: one that allows it is enough (S2.7). */
function ownReset({ subject }: Looking): Finding {
  const { hasPassword, mayReset, resetMode, reset, contactId } = subject;
  if (!hasPassword) return absent('reset_needs_password');
  const isElsewhere = reset?.allows === true && reset.contactId !== contactId;
  const customer = reset?.customerName ?? '';
  if (!mayReset)
    return isElsewhere
      ? { state: 'amber', cause: 'reset_allowed_elsewhere', facts: { customer }, fix: fixes.allowReset(subject) }
      : { state: 'red', cause: 'reset_not_allowed', fix: fixes.allowReset(subject) };
  return isElsewhere && reset.mode !== resetMode
    ? green('reset_decided_elsewhere', { customer })
    : green('reset_allowed');
}

/** Only who has no secret yet depends on an invitation (S4.6, S4.8, S4.9). */
async function invitation(looking: Looking): Promise<Finding> {
  const { subject } = looking;
  if (hasSecret(subject)) return green('invitation_not_needed');
  // The person has a login, and is asked to accept (ADR 27).
  if (subject.isAsked) return green('asked_instead');
  const [newest] = await looking.once(invitationsOf);
  const fix = letIn(subject);
  if (!newest) return { state: 'red', cause: 'never_invited', blocks: 'all', fix };
  const { cause, blocks } = INVITATIONS[newest.state];
  const facts = invitationFacts(newest);
  if (!blocks) return { state: 'amber', cause, facts, fix };
  const error: Record<string, string> = newest.state === 'bounced' ? { error: await refusal(looking, newest.id) } : {};
  return { state: 'red', cause, blocks, facts: { ...facts, ...error }, fix };
}

/** Not used yet: it waits to be; everything else needs a new one. */
const INVITATIONS: Record<InvitationRow['state'], { cause: string; blocks?: 'all' }> = {
  invited: { cause: 'invitation_open' },
  opened: { cause: 'invitation_opened' },
  accepted: { cause: 'invitation_used', blocks: 'all' },
  expired: { cause: 'invitation_expired', blocks: 'all' },
  revoked: { cause: 'invitation_revoked', blocks: 'all' },
  bounced: { cause: 'invitation_undelivered', blocks: 'all' },
};

const invitationFacts = ({ sentTo, createdAt, expiresAt }: InvitationRow) => ({
  to: sentTo ?? '–',
  at: createdAt.toISOString(),
  until: expiresAt.toISOString(),
});

/** The receiving server's words about the message that carried it. */
async function refusal({ db }: Looking, notificationId: string): Promise<string> {
  const sql = `SELECT last_error AS error FROM notifications WHERE id = $1`;
  return (await first<{ error: string | null }>(db, sql, [notificationId]))?.error ?? '–';
}

async function password(looking: Looking): Promise<Finding> {
  const { subject } = looking;
  const one = (await looking.once(secretsOf)).find(({ kind, state }) => kind === 'password' && state === 'active');
  if (!one) return absent('no_password');
  const at = one.setAt.toISOString();
  if (!subject.loginEmail)
    return { state: 'red', cause: 'password_without_email', blocks: 'password', fix: letIn(subject) };
  return green(one.mustChange ? 'password_must_change' : 'password_set', { at, by: one.setByName ?? '' });
}

async function pin(looking: Looking): Promise<Finding> {
  const { subject } = looking;
  const all = (await looking.once(secretsOf)).filter(({ kind }) => kind === 'pin');
  // One that works and was used says more than one that waits beside it, and one that can be told more than one nobody can read.
  const one = all.find(({ firstUsedAt }) => firstUsedAt) ?? all.find(({ isReadable }) => isReadable) ?? all[0];
  if (!one) return absent('no_pin');
  const fix = fixes.issuePin(subject);
  const facts = { at: one.setAt.toISOString() };
  if (subject.loginPhones.length === 0)
    return { state: 'red', cause: 'pin_without_phone', blocks: 'pin', facts, fix: fixes.editContact(subject) };
  if (one.firstUsedAt) return green('pin_used', { at: one.firstUsedAt.toISOString() });
  if (one.isReadable || one.setBy === 'contact') return green('pin_unused', facts);
  return { state: 'amber', cause: 'pin_unread', facts, fix };
}
