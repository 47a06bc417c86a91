import type { Finding, Way } from '../../access-checks/access-checks.js';
import type { CheckSubject } from '../../access-checks/looking.js';
import type { AccessCheckDto } from './access-check.dto.js';
import { loginPhone } from './login-phone.js';

type Answer = AccessCheckDto['answer'];

const LOGINS: Record<Way, (subject: CheckSubject) => string | null | undefined> = {
  password: (subject) => (subject.hasPassword ? subject.loginEmail : null),
  pin: (subject) => (subject.hasPin ? loginPhone(subject) : null),
};

/** Causes for which a new password would not be sent, or not arrive. */
const NO_RESET: ReadonlySet<string> = new Set([
  'resets_off',
  'reset_not_allowed',
  'email_differs',
  'login_email_bounced',
  'email_bounced',
  'mail_not_set_up',
]);

/** The first line: whether the person gets in, by what, and where a new password would go. */
export function answerOf(subject: CheckSubject, findings: readonly Finding[]): Answer {
  const blocking = (by: Finding['blocks']) => findings.find(({ blocks }) => blocks === by);
  const closed = blocking('all');
  const ways = closed ? [] : waysOf(subject).filter(({ way }) => !blocking(way));
  const stopped = closed ?? (ways.length === 0 ? (blocking('password') ?? blocking('pin')) : undefined);
  const { cause = null, facts = {} } = stopped ?? {};
  const open = ways.length > 0 ? 'can' : 'waiting';
  const resetTo = closed ? null : resetToOf(subject, findings);
  const resetSmsTo = resetTo === null ? null : smsOf(findings);
  return { state: stopped ? 'cannot' : open, ways, cause, facts, resetTo, resetSmsTo };
}

const resetToOf = (subject: CheckSubject, findings: readonly Finding[]): string | null =>
  subject.hasPassword && !findings.some((one) => NO_RESET.has(one.cause)) ? subject.loginEmail : null;

/** Where one would go by SMS as well, when the number is named (S2.18). */
const smsOf = (findings: readonly Finding[]): string | null =>
  findings.find(({ cause }) => cause === 'reset_by_sms')?.facts?.['phone'] ?? null;

const waysOf = (subject: CheckSubject): Answer['ways'] =>
  (['password', 'pin'] as const).flatMap((way) => {
    const login = LOGINS[way](subject);
    return login ? [{ way, login }] : [];
  });
