import { AuditEvent } from '../audit/audit-event.entity.js';
import { AuditChain, AuditSeal } from '../audit/chain/audit-chain.entity.js';
import { NetworkTries } from '../budgets/network-tries.entity.js';
import { Case, CaseFile, CaseMessage, CaseRead } from '../cases/case.entity.js';
import { CaseFollow } from '../cases/follows/case-follow.entity.js';
import { MailStop } from '../cases/follows/mail-stop.entity.js';
import { CaseTemplate, CaseTemplateVersion } from '../cases/templates/case-template.entity.js';
import { CaseFollower } from '../cases/followers/case-follower.entity.js';
import { Contact, ContactPhone } from '../contacts/contact.entity.js';
import {
  AttemptBudget,
  Credential,
  Identity,
  IdentityPhone,
  Invitation,
  KnownDevice,
} from '../credentials/identity.entity.js';
import { AccessRun, AccessRunRow } from '../credentials/access-runs/access-run.entity.js';
import { AccessRequest } from '../credentials/access-requests/access-request.entity.js';
import { EmailChange } from '../credentials/emails/email-change.entity.js';
import { PhoneCode, VerifiedPhone } from '../credentials/phones/verified-phone.entity.js';
import { HelpAnswer } from '../credentials/help-answers/help-answer.entity.js';
import { PasswordReset } from '../credentials/resets/password-reset.entity.js';
import { Customer, CustomerPhone, RightsProfile } from '../customers/customer.entity.js';
import { Deployment, DeploymentPortal } from '../deployments/deployment.entity.js';
import { Device, DeviceFile } from '../deployments/device.entity.js';
import { Label, LabelScans } from '../deployments/labels/label.entity.js';
import { VisitBrowser } from '../deployments/visits/visit.entity.js';
import { IdempotencyKey } from '../http/idempotency-key.entity.js';
import { ApiKey } from '../integrations/api-keys/api-key.entity.js';
import { Import, ImportChunk, ImportRow } from '../integrations/imports/import.entity.js';
import { MailProfile } from '../notifications/senders/mail-profile.entity.js';
import { BounceIntake } from '../notifications/bounces/bounce-intake.entity.js';
import { AddressTrouble } from '../notifications/bounces/address-trouble.entity.js';
import { Notification, NotificationEvent } from '../notifications/notification.entity.js';
import { Carrier, SmsDay } from '../notifications/sms/carriers/carrier.entity.js';
import { SmsStop } from '../notifications/sms/stops/sms-stop.entity.js';
import { Session } from '../sessions/session.entity.js';
import { SettingsRow } from '../settings/settings.entity.js';
import { StaffRecoveryCode, StaffSecondFactor } from '../staff/second-factor/second-factor.entity.js';
import { StaffLink, StaffMember } from '../staff/staff-member.entity.js';

/** Every table, named here instead of found by a pattern: works from source and from the build alike. */
export const entities = [
  AccessRequest,
  HelpAnswer,
  AccessRun,
  AccessRunRow,
  AddressTrouble,
  ApiKey,
  AttemptBudget,
  AuditChain,
  NetworkTries,
  AuditEvent,
  AuditSeal,
  Carrier,
  BounceIntake,
  Case,
  CaseFile,
  CaseFollow,
  MailProfile,
  MailStop,
  CaseFollower,
  CaseMessage,
  CaseRead,
  CaseTemplate,
  CaseTemplateVersion,
  Contact,
  ContactPhone,
  Credential,
  Customer,
  CustomerPhone,
  Deployment,
  DeploymentPortal,
  Device,
  DeviceFile,
  IdempotencyKey,
  Identity,
  IdentityPhone,
  Import,
  ImportChunk,
  ImportRow,
  Invitation,
  KnownDevice,
  Label,
  LabelScans,
  Notification,
  NotificationEvent,
  PasswordReset,
  PhoneCode,
  EmailChange,
  RightsProfile,
  Session,
  SettingsRow,
  SmsDay,
  SmsStop,
  StaffLink,
  StaffMember,
  StaffRecoveryCode,
  StaffSecondFactor,
  VerifiedPhone,
  VisitBrowser,
];
