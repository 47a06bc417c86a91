import { AppError } from '../../http/app-error.js';
import { isOurs } from '../../notifications/rendering/body-html.js';
import { emailKey } from '../../text/email.js';
import type { MessageText, SendLanguage } from './credential-texts.js';
import type { Recipient } from './recipients.queries.js';
import { type Placeholder, PLACEHOLDERS, type SendWarning } from './sends.dto.js';

/** Anything between double braces, so that a slip such as {{Pin}} is caught too. */
const BRACES = /\{\{([^{}]*)\}\}/g;

/** Names the message uses. Throws credential.placeholder_unknown. */
export function placeholdersOf(message: { subject: string; body: string }): Set<Placeholder> {
  const inSubject = [...message.subject.matchAll(BRACES)].map((match) => ({
    name: (match[1] ?? '').trim(),
    pointer: '/draft/subject',
  }));
  const inBody = [...message.body.matchAll(BRACES)].map((match) => ({
    name: (match[1] ?? '').trim(),
    pointer: '/draft/body',
  }));
  const used = [...inSubject, ...inBody];
  // A secret in a subject would stand in every list of mails.
  const isAllowed = ({ name, pointer }: { name: string; pointer: string }) =>
    PLACEHOLDERS.some((known) => known === name) &&
    !(
      pointer === '/draft/subject' &&
      (name === 'initial_pin' || name === 'activation_link' || name === 'activation_code')
    );
  const unknown = used.filter((one) => !isAllowed(one));
  if (unknown.length > 0) {
    const errors = unknown.map(({ name, pointer }) => ({
      pointer,
      code: 'placeholder_unknown',
      detail: name.slice(0, 60),
    }));
    throw new AppError('credential.placeholder_unknown', { errors });
  }
  return new Set(used.map(({ name }) => name as Placeholder));
}

/** Where the message goes: the stored address, or another one that was typed on purpose (REC-10). */
export function destination(to: string | undefined, recipient: Recipient): { to: string | null; isElsewhere: boolean } {
  if (to === undefined || emailKey(to) === recipient.emailKey) return { to: recipient.email, isElsewhere: false };
  return { to: to.trim(), isElsewhere: true };
}

/**
 * The login is in use, and the address on file is not the one its owner signs in with: whoever reads the mail there would get
 * the login with all its companies. It counts as another address then (INV-5, REC-16).
 */
export const isUnproven = (recipient: Recipient): boolean =>
  recipient.access === 'active' && recipient.hasLoginEmail && recipient.loginEmailKey !== recipient.emailKey;

/** What one contact gets. */
export interface Draft {
  message: MessageText & { to?: string | undefined; language: SendLanguage };
  uses: Set<Placeholder>;
  portalOrigin: string;
  /** With 0 days no PIN is ever readable, so none can be sent. */
  readableDays: number;
}

function textWarnings({ message, uses, portalOrigin }: Draft): SendWarning[] {
  const warnings: SendWarning[] = [];
  if (!uses.has('activation_link') && !uses.has('portal_link')) warnings.push('link_missing');
  if (!uses.has('login_id')) warnings.push('login_id_missing');
  const urls = message.body.match(/https?:\/\/[^\s<>"']+|\bwww\.[^\s<>"']+/gi) ?? [];
  if (urls.some((url) => !isOurs(url, [portalOrigin]))) warnings.push('other_urls');
  return warnings;
}

/** Why nothing can go to this contact, in the order in which staff would mend it; undefined when it can. */
export function blocker(draft: Draft, recipient: Recipient): SendWarning | undefined {
  const { to, isElsewhere } = destination(draft.message.to, recipient);
  const checks: [boolean, SendWarning][] = [
    [!recipient.isCustomerActive, 'customer_inactive'],
    [!recipient.isActive, 'contact_inactive'],
    [!recipient.isPortalUser, 'not_portal_user'],
    [!to, 'no_email'],
    [recipient.isSamePerson, 'same_person'],
    [recipient.isAsked, 'not_accepted'],
    [recipient.loginEmail === null && recipient.loginPhones.length === 0, 'no_login_id'],
    [isElsewhere && (draft.uses.has('initial_pin') || !draft.uses.has('activation_link')), 'elsewhere_needs_link'],
    [draft.uses.has('initial_pin') && isUnproven(recipient), 'login_email_differs'],
    [draft.uses.has('initial_pin') && recipient.loginPhones.length === 0, 'no_phone_login'],
    [draft.uses.has('initial_pin') && draft.readableDays === 0, 'pin_not_available'],
    [recipient.isRecent, 'recently_sent'],
    [recipient.sentToday >= 10, 'daily_limit'],
  ];
  return checks.find(([holds]) => holds)?.[1];
}

/** Everything worth a look before it is sent; what stops it comes first. */
export function warningsFor(
  draft: Draft,
  recipient: Recipient,
  stop: SendWarning | undefined,
): { warnings: SendWarning[]; sendable: boolean } {
  const { isElsewhere } = destination(draft.message.to, recipient);
  const hints: [boolean, SendWarning][] = [
    [isElsewhere, 'address_not_on_file'],
    [recipient.access === 'active', 'already_active'],
    [draft.uses.has('initial_pin') && recipient.hasPin && !recipient.hasReadablePin, 'pin_replaces'],
    [
      recipient.loginEmail !== null && recipient.emailKey !== null && recipient.loginEmailKey !== recipient.emailKey,
      'login_email_differs',
    ],
  ];
  const found = [
    ...(stop ? [stop] : []),
    ...textWarnings(draft),
    ...hints.filter(([holds]) => holds).map(([, code]) => code),
  ];
  return { warnings: [...new Set(found)], sendable: stop === undefined };
}

/** With a PIN the phone is what is typed; with a link the e-mail, when there is one. */
export const loginIdFor = (
  uses: ReadonlySet<Placeholder>,
  login: { loginEmail: string | null; loginPhones: string[] },
): string => {
  const [phone] = login.loginPhones;
  return (uses.has('initial_pin') ? (phone ?? login.loginEmail) : (login.loginEmail ?? phone)) ?? '';
};
