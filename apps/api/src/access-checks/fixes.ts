import type { Permission } from '../http/permissions.js';
import type { CheckSubject } from './looking.js';

/** The act that mends a finding: a route of ours that can be called as it stands here, unless it says what it needs besides. */
export interface Fix {
  act: FixAct;
  permission: Permission;
  method: 'POST' | 'PUT' | 'PATCH';
  /** Below /api/v1. */
  path: string;
  body?: Record<string, unknown>;
  /** For If-Match. */
  version?: number;
  /** A person has to add something: what the message says, which address is right. */
  needsInput?: boolean;
}

export const FIX_ACTS = [
  'reactivate_customer',
  'reactivate_contact',
  'make_portal_user',
  'allow_reset',
  'allow_resets',
  'use_login_email',
  'use_contact_email',
  'take_phone_off',
  'enable_login',
  'edit_contact',
  'send_credentials',
  'give_access',
  'ask_again',
  'issue_pin',
  'set_password',
  'lift_lock',
  'give_rights',
  'edit_profile',
  'set_up_mail',
  'test_mail',
  'retry_message',
  'set_up_sms',
  'lift_sms_stop',
  'open_deployment_portal',
] as const;
export type FixAct = (typeof FIX_ACTS)[number];

const ofContact = ({ contactId, version }: CheckSubject, body?: Record<string, unknown>) =>
  ({
    permission: 'contact:write',
    method: 'PATCH',
    path: `/contacts/${contactId}`,
    version,
    ...(body ? { body } : { needsInput: true }),
  }) as const;

/** What checks offer. Where a dialog asks first, the screen opens it. */
export const fixes = {
  reactivateCustomer: ({ customerId }: CheckSubject): Fix => ({
    act: 'reactivate_customer',
    permission: 'customer:write',
    method: 'POST',
    path: `/customers/${customerId}/reactivate`,
  }),
  reactivateContact: ({ contactId }: CheckSubject): Fix => ({
    act: 'reactivate_contact',
    permission: 'contact:write',
    method: 'POST',
    path: `/contacts/${contactId}/reactivate`,
  }),
  makePortalUser: (subject: CheckSubject): Fix => ({
    act: 'make_portal_user',
    ...ofContact(subject, { isPortalUser: true }),
  }),
  allowReset: (subject: CheckSubject): Fix => ({
    act: 'allow_reset',
    ...ofContact(subject, { mayResetPassword: true }),
  }),
  useLoginEmail: (subject: CheckSubject): Fix => ({
    act: 'use_login_email',
    ...ofContact(subject, { email: subject.loginEmail }),
  }),
  useContactEmail: ({ contactId }: CheckSubject): Fix => ({
    act: 'use_contact_email',
    permission: 'credential:set',
    method: 'POST',
    path: `/contacts/${contactId}/login/email`,
  }),
  enableLogin: ({ contactId }: CheckSubject): Fix => ({
    act: 'enable_login',
    permission: 'credential:set',
    method: 'POST',
    path: `/contacts/${contactId}/login/enable`,
  }),
  takePhoneOff: ({ contactId }: CheckSubject, phone: string): Fix => ({
    act: 'take_phone_off',
    permission: 'credential:set',
    method: 'POST',
    path: `/contacts/${contactId}/login/phones/remove`,
    body: { phone },
  }),
  editContact: (subject: CheckSubject): Fix => ({ act: 'edit_contact', ...ofContact(subject) }),
  sendCredentials: ({ contactId }: CheckSubject): Fix => ({
    act: 'send_credentials',
    permission: 'credential:send',
    method: 'POST',
    path: '/credential-sends',
    body: { contactIds: [contactId] },
    needsInput: true,
  }),
  giveAccess: ({ contactId }: CheckSubject): Fix => ({
    act: 'give_access',
    permission: 'credential:send',
    method: 'POST',
    path: `/contacts/${contactId}/access`,
    body: { strategy: 'auto' },
  }),
  askAgain: ({ contactId, isAskedByEmail }: CheckSubject): Fix => ({
    act: 'ask_again',
    permission: 'credential:send',
    method: 'POST',
    path: `/contacts/${contactId}/access`,
    body: { strategy: isAskedByEmail ? 'email' : 'sms' },
  }),
  issuePin: ({ contactId }: CheckSubject): Fix => ({
    act: 'issue_pin',
    permission: 'credential:set',
    method: 'POST',
    path: `/contacts/${contactId}/pin`,
  }),
  setPassword: ({ contactId }: CheckSubject): Fix => ({
    act: 'set_password',
    permission: 'credential:set',
    method: 'PUT',
    path: `/contacts/${contactId}/password`,
    body: { mustChange: true },
  }),
  liftLock: ({ contactId }: CheckSubject): Fix => ({
    act: 'lift_lock',
    permission: 'lock:lift',
    method: 'POST',
    path: `/contacts/${contactId}/lock/lift`,
    needsInput: true,
  }),
  giveRights: ({ contactId, version }: CheckSubject): Fix => ({
    act: 'give_rights',
    permission: 'rights:write',
    method: 'PUT',
    path: `/contacts/${contactId}/rights`,
    body: { removed: [] },
    version,
  }),
  editProfile: (profileId: string): Fix => ({
    act: 'edit_profile',
    permission: 'rights:write',
    method: 'PATCH',
    path: `/rights-profiles/${profileId}`,
    needsInput: true,
  }),
  retryMessage: (notificationId: string): Fix => ({
    act: 'retry_message',
    permission: 'notification:retry',
    method: 'POST',
    path: `/notifications/${notificationId}/retry`,
  }),
  allowResets: (): Fix => ({
    act: 'allow_resets',
    permission: 'settings:write',
    method: 'PATCH',
    path: '/settings',
    body: { passwordReset: { enabled: true } },
    needsInput: true,
  }),
  setUpMail: (): Fix => ({
    act: 'set_up_mail',
    permission: 'settings:write',
    method: 'PATCH',
    path: '/settings',
    needsInput: true,
  }),
  setUpSms: (): Fix => ({
    act: 'set_up_sms',
    permission: 'settings:write',
    method: 'PATCH',
    path: '/settings',
    needsInput: true,
  }),
  liftSmsStop: (stopId: string): Fix => ({
    act: 'lift_sms_stop',
    permission: 'settings:write',
    method: 'POST',
    path: `/settings/sms-stops/${stopId}/lift`,
    needsInput: true,
  }),
  openDeploymentPortal: (deploymentId: string): Fix => ({
    act: 'open_deployment_portal',
    permission: 'deployment:write',
    method: 'POST',
    path: `/deployments/${deploymentId}/portal/enable`,
  }),
  testMail: (): Fix => ({
    act: 'test_mail',
    permission: 'settings:write',
    method: 'POST',
    path: '/settings/mail-test',
    needsInput: true,
  }),
};

/** What opens the portal again to who is kept out altogether; undefined where nothing is closed. */
export function reopen(subject: CheckSubject): Fix | undefined {
  if (!subject.isCustomerActive) return fixes.reactivateCustomer(subject);
  if (!subject.isActive) return fixes.reactivateContact(subject);
  if (!subject.isPortalUser) return fixes.makePortalUser(subject);
  return subject.isLoginActive ? undefined : fixes.enableLogin(subject);
}

/** A message with a way in; who has no address gets whatever else is on file for. */
export const letIn = (subject: CheckSubject): Fix =>
  subject.email ? fixes.sendCredentials(subject) : fixes.giveAccess(subject);
