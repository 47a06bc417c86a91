import type { WayIn } from '../../contacts/way-in.js';
import type { RotatedPinState } from '../pins/rotation/rotation-sql.js';
import { CREDENTIAL_KINDS } from '../sends/credential-kinds.js';
import type { ContactAccessDto } from './access.dto.js';

export interface AccessContact {
  contactId: string;
  customerId: string;
  identityId: string | null;
  access: 'none' | 'invited' | 'active' | 'suspended';
  wayIn: WayIn;
  invitation: ContactAccessDto['invitation'];
  asked: ContactAccessDto['asked'];
  ownReset: ContactAccessDto['ownReset'];
  emailKey: string | null;
  email: string | null;
  isActive: boolean;
  isPortalUser: boolean;
  isCustomerActive: boolean;
  loginEmail: string | null;
  loginEmailKey: string | null;
  isLoginActive: boolean;
  loginPhones: string[];
  /** Of the contact, those that can be login ids. */
  phones: string[];
  /** The login knows a number that is on file nowhere any more; a mobile number on file that the login does not know. */
  hasPhoneLeftOver: boolean;
  hasMobileUnknown: boolean;
  lastSignInAt: Date | null;
  lastSignInMethod: 'password' | 'pin' | 'link' | null;
}

export interface CredentialRow {
  kind: 'password' | 'pin';
  state: 'active' | 'pending';
  length: number | null;
  setBy: 'staff' | 'contact' | 'system';
  setByName: string | null;
  setAt: Date;
  mustChange: boolean;
  firstUsedAt: Date | null;
  readableUntil: Date | null;
  isReadable: boolean;
  /** A PIN in use, older than the company advises. */
  isDue: boolean;
  rotationId: string | null;
  takesOverAt: Date | null;
  rotated: RotatedPinState;
}

const ROTATION_STATES = { on_way: 'grace', unused: 'grace', undelivered: 'held', ended: 'ended' } as const;

/** Of a PIN of a run that was not used yet. */
function rotationOf({ state, rotationId, takesOverAt, rotated }: CredentialRow) {
  if (!rotationId || state !== 'pending' || rotated === 'used' || rotated === 'replaced') return null;
  const isLate = rotated === 'on_way' && takesOverAt !== null && takesOverAt.getTime() < Date.now();
  return { runId: rotationId, state: isLate ? ('held' as const) : ROTATION_STATES[rotated], endsAt: takesOverAt };
}

/** Of the login; before there is one, what they would become. */
export function loginIdsOf(contact: AccessContact): ContactAccessDto['loginIds'] {
  const email = contact.identityId ? contact.loginEmail : contact.email;
  const phones = contact.identityId ? contact.loginPhones : contact.phones;
  return [
    ...(email ? [{ kind: 'email' as const, value: email }] : []),
    ...phones.map((value) => ({ kind: 'phone' as const, value })),
  ];
}

export function pinFacts(secrets: CredentialRow[], state: 'active' | 'pending'): ContactAccessDto['pin']['active'] {
  const pin = secrets.find((secret) => secret.kind === 'pin' && secret.state === state);
  if (!pin) return null;
  const { setBy, setByName, setAt, readableUntil, firstUsedAt } = pin;
  const shown = pin.firstUsedAt ? 'in_use' : pin.isReadable ? 'readable' : 'issued';
  return {
    state: shown,
    length: pin.length ?? 0,
    setBy,
    setByName,
    setAt,
    readableUntil,
    firstUsedAt,
    rotation: rotationOf(pin),
  };
}

/** Only that there is one, by whom and since when (S3.9). */
export function passwordFacts(secrets: CredentialRow[]): ContactAccessDto['password'] {
  const password = secrets.find((secret) => secret.kind === 'password' && secret.state === 'active');
  return password
    ? { setBy: password.setBy, setByName: password.setByName, setAt: password.setAt, mustChange: password.mustChange }
    : null;
}

interface History {
  secrets: CredentialRow[];
  invitations: { state: string }[];
  deliveries: { kind: string; state: string }[];
}

type Check = [boolean, ContactAccessDto['warnings'][number]];

export function accessWarnings(contact: AccessContact, history: History): ContactAccessDto['warnings'] {
  const checks = [...closedDoors(contact), ...loginIdChecks(contact), ...historyChecks(contact, history)];
  return checks.filter(([holds]) => holds).map(([, code]) => code);
}

const closedDoors = (contact: AccessContact): Check[] => [
  [!contact.isCustomerActive, 'customer_inactive'],
  [!contact.isActive, 'contact_inactive'],
  [!contact.isPortalUser, 'not_portal_user'],
  [!contact.isLoginActive, 'login_disabled'],
];

/** Nothing to sign in with, or a login that is not what stands on the contact any more. */
function loginIdChecks(contact: AccessContact): Check[] {
  const ids = loginIdsOf(contact);
  const hasPhone = ids.some(({ kind }) => kind === 'phone');
  const isOtherEmail = contact.emailKey !== null && contact.emailKey !== contact.loginEmailKey;
  const isKnownPhone = contact.phones.some((phone) => contact.loginPhones.includes(phone));
  const isOtherPhone = contact.phones.length > 0 && !isKnownPhone;
  return [
    [ids.length === 0, 'no_login_id'],
    [ids.length > 0 && !hasPhone && contact.asked === null, 'no_phone_login'],
    [contact.identityId !== null && isOtherEmail, 'email_differs'],
    [contact.identityId !== null && isOtherPhone, 'phone_differs'],
    [isKnownPhone && contact.hasMobileUnknown, 'phone_added'],
  ];
}

/** States of a message that did not arrive. */
const LOST: ReadonlySet<string> = new Set(['refused', 'failed', 'bounced']);

function historyChecks(contact: AccessContact, { secrets, invitations, deliveries }: History): Check[] {
  const lastSend = deliveries.find(({ kind }) => CREDENTIAL_KINDS.some((one) => one === kind));
  const { asked } = contact;
  const isPinDue = secrets.some(({ isDue }) => isDue);
  const isRenewing = secrets.some(({ kind, state }) => kind === 'pin' && state === 'pending');
  const isOut =
    asked === null &&
    loginIdsOf(contact).length > 0 &&
    secrets.length === 0 &&
    !invitations.some(({ state }) => state === 'invited' || state === 'opened');
  return [
    [isOut, 'no_way_in'],
    [isOut && invitations[0]?.state === 'expired', 'invitation_expired'],
    [LOST.has(lastSend?.state ?? ''), 'last_delivery_failed'],
    [isPinDue && !isRenewing, 'pin_due'],
    [contact.hasPhoneLeftOver && secrets.some(({ kind }) => kind === 'pin'), 'phone_left_over'],
  ];
}
