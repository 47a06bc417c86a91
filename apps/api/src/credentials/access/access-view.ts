import type { ContactAccessDto } from './access.dto.js';

export interface AccessContact {
  contactId: string;
  customerId: string;
  identityId: string | null;
  access: 'none' | 'invited' | 'active' | 'suspended';
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
}

/** Of the login; before there is one, what they would become. */
export function loginIdsOf(contact: AccessContact): ContactAccessDto['loginIds'] {
  const email = contact.identityId ? contact.loginEmail : contact.email;
  const phones = contact.identityId ? contact.loginPhones : contact.phones;
  return [...(email ? [{ kind: 'email' as const, value: email }] : []), ...phones.map((value) => ({ kind: 'phone' as const, value }))];
}

export function pinFacts(secrets: CredentialRow[], state: 'active' | 'pending'): ContactAccessDto['pin']['active'] {
  const pin = secrets.find((secret) => secret.kind === 'pin' && secret.state === state);
  if (!pin) return null;
  const { setBy, setByName, setAt, readableUntil, firstUsedAt } = pin;
  const shown = pin.firstUsedAt ? 'in_use' : pin.isReadable ? 'readable' : 'issued';
  return { state: shown, length: pin.length ?? 0, setBy, setByName, setAt, readableUntil, firstUsedAt };
}

/** Only that there is one, by whom and since when (S3.9). */
export function passwordFacts(secrets: CredentialRow[]): ContactAccessDto['password'] {
  const password = secrets.find((secret) => secret.kind === 'password' && secret.state === 'active');
  return password ? { setBy: password.setBy, setByName: password.setByName, setAt: password.setAt, mustChange: password.mustChange } : null;
}

interface History {
  secrets: CredentialRow[];
  invitations: { state: string }[];
  deliveries: { kind: string; state: string }[];
}

export function accessWarnings(contact: AccessContact, history: History): ContactAccessDto['warnings'] {
  const hasLogin = contact.identityId !== null;
  const ids = loginIdsOf(contact);
  const lastSend = history.deliveries.find(({ kind }) => kind === 'portal-credentials');
  const isInvited = history.invitations.some(({ state }) => state === 'open');
  const checks: [boolean, ContactAccessDto['warnings'][number]][] = [
    [!contact.isCustomerActive, 'customer_inactive'],
    [!contact.isActive, 'contact_inactive'],
    [!contact.isPortalUser, 'not_portal_user'],
    [hasLogin && !contact.isLoginActive, 'login_disabled'],
    [ids.length === 0, 'no_login_id'],
    [ids.length > 0 && !ids.some(({ kind }) => kind === 'phone'), 'no_phone_login'],
    [history.secrets.length === 0 && !isInvited, 'no_way_in'],
    [hasLogin && contact.emailKey !== null && contact.emailKey !== contact.loginEmailKey, 'email_differs'],
    [hasLogin && contact.phones.length > 0 && !contact.phones.some((phone) => contact.loginPhones.includes(phone)), 'phone_differs'],
    [history.secrets.length === 0 && !isInvited && history.invitations[0]?.state === 'expired', 'invitation_expired'],
    [lastSend?.state === 'refused' || lastSend?.state === 'failed', 'last_delivery_failed'],
  ];
  return checks.filter(([holds]) => holds).map(([, code]) => code);
}
