import { Injectable } from '@nestjs/common';
import { absent, AccessChecks, type Finding, green } from '../../access-checks/access-checks.js';
import { fixes } from '../../access-checks/fixes.js';
import type { CheckSubject, Looking } from '../../access-checks/looking.js';
import { first } from '../../db/sql.js';
import { SHARED_PHONE_LIMIT } from '../pins/pin-store.js';
import { leftOverPhones } from '../login-ids/left-over.js';
import { isUnused, loginEmailBounced } from './login-email.js';
import { knownPhone, loginPhone } from './login-phone.js';

/** Whether the login is there, and whether what the person will type is what it knows. */
@Injectable()
export class LoginChecks {
  constructor(checks: AccessChecks) {
    checks.register(
      { key: 'login', group: 'person', look: login },
      { key: 'email_differs', group: 'email', look: emailDiffers },
      { key: 'phone_differs', group: 'phone', look: phoneDiffers },
      { key: 'phone_left_over', group: 'phone', look: phoneLeftOver },
      { key: 'phone_shared', group: 'phone', look: phoneShared },
    );
  }
}

function login({ subject }: Looking): Finding {
  if (subject.isAsked) {
    const cause = subject.declinedAt ? 'declined' : 'not_accepted';
    return { state: 'red', cause, blocks: 'all', fix: fixes.askAgain(subject) };
  }
  if (!subject.identityId) return absent('no_login');
  if (!subject.isLoginActive)
    return { state: 'red', cause: 'login_disabled', blocks: 'all', fix: fixes.enableLogin(subject) };
  if (!subject.lastSignInAt) return green('login_never_used');
  return green('login_used', { at: subject.lastSignInAt.toISOString(), method: subject.lastSignInMethod ?? '' });
}

/**
 * The login keeps the address it was made with until the person changes it: who types the new one is told that it did not work (S4.4).
 * Where mail to the old one comes back it must not go on file again: a new password gets the person in, who then changes it (REC-16).
 */
async function emailDiffers(looking: Looking): Promise<Finding> {
  const { subject } = looking;
  const { loginEmail, loginEmailKey, email, emailKey } = subject;
  if (!loginEmail) return absent('no_login_email');
  if (emailKey === loginEmailKey) return green('email_same', { login: loginEmail });
  const facts = { login: loginEmail, email: email ?? '–' };
  if (email && (await looking.once(isUnused)))
    return { state: 'amber', cause: 'email_not_taken_up', facts, fix: fixes.useContactEmail(subject) };
  if (await looking.once(loginEmailBounced))
    return { state: 'amber', cause: 'login_email_bounced', facts, fix: fixes.setPassword(subject) };
  return { state: 'amber', cause: 'email_differs', facts, fix: fixes.useLoginEmail(subject) };
}

function phoneDiffers({ subject }: Looking): Finding {
  const usable = subject.phones.filter(({ hasExtension }) => !hasExtension);
  const login = loginPhone(subject);
  const unknown = usable.filter(({ e164 }) => !subject.loginPhones.includes(e164));
  const fix = fixes.issuePin(subject);
  if (!login) return absent('no_login_phone');
  if (!usable[0]) return absent('phone_missing');
  if (!knownPhone(subject))
    return { state: 'amber', cause: 'phone_differs', facts: { login, phone: usable[0].e164 }, fix };
  // Of several numbers people sign in with the one in their pocket.
  const added = unknown.find(({ type }) => type === 'mobile');
  if (!added) return green('phone_same', { login });
  return { state: 'amber', cause: 'phone_added', facts: { login, phone: added.e164 }, fix };
}

/**
 * A number that was taken off the contact goes on opening the login (INV-1), and may be somebody else's by now. The only way in is not
 * offered: a PIN for a number on file comes first, which phoneDiffers offers.
 */
async function phoneLeftOver({ db, subject }: Looking): Promise<Finding> {
  if (!subject.identityId || !subject.hasPin) return absent('no_pin');
  const [one] = await leftOverPhones(db, subject.identityId);
  if (!one) return green('no_phone_left_over');
  const facts = { phone: one.phone };
  if (one.hasOtherWay)
    return { state: 'amber', cause: 'phone_left_over', facts, fix: fixes.takePhoneOff(subject, one.phone) };
  return { state: 'amber', cause: 'phone_left_over_only', facts, fix: onlyWay(subject) };
}

const onlyWay = (subject: CheckSubject) =>
  subject.phones.some(({ hasExtension }) => !hasExtension) ? fixes.issuePin(subject) : fixes.editContact(subject);

/** Several people may sign in with one phone, each with a PIN of their own, but no more than fit (D8). A number that is no more on file is phoneDiffers' to mend. */
async function phoneShared({ db, subject }: Looking): Promise<Finding> {
  const onFile = subject.loginPhones.filter((one) => subject.phones.some(({ e164 }) => e164 === one));
  if (onFile.length === 0) return absent('no_login_phone');
  const shared = await first<{ phone: string; others: number }>(
    db,
    `SELECT p.e164 AS phone, count(*)::int AS others FROM identity_phones p JOIN credentials s ON s.identity_id = p.identity_id AND s.kind = 'pin' AND s.state = 'active'
      WHERE p.e164 = ANY ($1) AND p.identity_id <> $2 GROUP BY p.e164 ORDER BY others DESC LIMIT 1`,
    [onFile, subject.identityId],
  );
  if (!shared) return green('phone_own');
  const facts = { phone: shared.phone, others: String(shared.others), most: String(SHARED_PHONE_LIMIT) };
  return { state: 'amber', cause: 'phone_shared', facts, fix: fixes.editContact(subject) };
}
