import { AuditEvent } from '../audit/audit-event.entity.js';
import { Case, CaseFile, CaseMessage, CaseRead } from '../cases/case.entity.js';
import { Contact, ContactPhone } from '../contacts/contact.entity.js';
import {
  AttemptBudget,
  Credential,
  Identity,
  IdentityPhone,
  Invitation,
  KnownDevice,
} from '../credentials/identity.entity.js';
import { Customer, CustomerPhone, RightsProfile } from '../customers/customer.entity.js';
import { IdempotencyKey } from '../http/idempotency-key.entity.js';
import { ApiKey } from '../integrations/api-keys/api-key.entity.js';
import { Import, ImportChunk, ImportRow } from '../integrations/imports/import.entity.js';
import { Notification, NotificationEvent } from '../notifications/notification.entity.js';
import { Session } from '../sessions/session.entity.js';
import { SettingsRow } from '../settings/settings.entity.js';
import { StaffLink, StaffMember } from '../staff/staff-member.entity.js';

/** Every table, named here instead of found by a pattern: works from source and from the build alike. */
export const entities = [
  ApiKey,
  AttemptBudget,
  AuditEvent,
  Case,
  CaseFile,
  CaseMessage,
  CaseRead,
  Contact,
  ContactPhone,
  Credential,
  Customer,
  CustomerPhone,
  IdempotencyKey,
  Identity,
  IdentityPhone,
  Import,
  ImportChunk,
  ImportRow,
  Invitation,
  KnownDevice,
  Notification,
  NotificationEvent,
  RightsProfile,
  Session,
  SettingsRow,
  StaffLink,
  StaffMember,
];
