import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Case, CaseMessage } from '../../cases/case.entity.js';
import { AuditEvent } from '../../audit/audit-event.entity.js';
import { CaseFollower } from '../../cases/followers/case-follower.entity.js';
import { CaseTemplate, CaseTemplateVersion } from '../../cases/templates/case-template.entity.js';
import { Keys } from '../../config/keys.js';
import { Contact, ContactPhone } from '../../contacts/contact.entity.js';
import { AccessRequestsService } from '../../credentials/access-requests/access-requests.service.js';
import { AccessRun, AccessRunRow } from '../../credentials/access-runs/access-run.entity.js';
import { InvitationsService } from '../../credentials/activation/invitations.service.js';
import { AccessState } from '../../credentials/identities/access-state.js';
import { AttemptBudget, Credential, Identity, IdentityPhone, Invitation } from '../../credentials/identity.entity.js';
import { credentialText } from '../../credentials/sends/credential-texts.js';
import { Customer } from '../../customers/customer.entity.js';
import { Deployment, DeploymentPortal } from '../../deployments/deployment.entity.js';
import { Device } from '../../deployments/device.entity.js';
import { Label, LabelScans } from '../../deployments/labels/label.entity.js';
import { PortalPinStore } from '../../deployments/portal/portal-pin-store.js';
import { AddressTrouble } from '../../notifications/bounces/address-trouble.entity.js';
import { Notification, NotificationEvent } from '../../notifications/notification.entity.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { fold } from '../../text/fold.js';
import { newId } from '../id.js';
import { first } from '../sql.js';
import { demoCry, demoRuns, type DemoRuns } from './demo-access.js';
import { demoActivity } from './demo-activity.js';
import { type DemoCases, demoCases } from './demo-cases.js';
import { type DemoDeployments, demoDeployments, setDemoPins } from './demo-deployments.js';
import { demoMessages } from './demo-messages.js';
import { DEMO_PASSWORD, DEMO_PIN, type DemoPeople, demoPeople, EVA } from './demo-people.js';
import { demoTemplates } from './demo-templates.js';
import { demoVisits } from './demo-visits.js';
import { loadLarge } from './large.js';
import { daysAgo } from './random.js';
import { CUSTOMERS } from './story.js';

export type DemoSize = 'none' | 'small' | 'large';

const STAFF = [
  ['Olga Owner', 'owner@demo.example', 'owner'],
  ['Adam Admin', 'admin@demo.example', 'admin'],
  ['Anna Agent', 'agent@demo.example', 'agent'],
  ['Viktor Viewer', 'viewer@demo.example', 'viewer'],
] as const;

/** What to print after the start: who can sign in with what. */
export const DEMO_LOGINS = [
  { who: 'Staff, owner', how: `owner@demo.example   ${DEMO_PASSWORD}` },
  { who: 'Staff, agent', how: `agent@demo.example   ${DEMO_PASSWORD}` },
  { who: 'Contact, by PIN', how: `070-123 45 67   ${DEMO_PIN}   (Eva Lind, three companies)` },
  { who: 'Contact, by password', how: `${EVA.email}   ${DEMO_PASSWORD}` },
];

/** The cases before it are those of contacts. */
const FIRST_REPORT = 1_301;

const STANDARD = '01900000-0000-7000-8000-000000000001';
const WHOLE_COMPANY = '01900000-0000-7000-8000-000000000002';

function demoCustomers(): Partial<Customer>[] {
  return CUSTOMERS.map((customer, index) => ({
    id: newId(),
    number: String(10_001 + index),
    name: customer.name,
    nameKey: fold(customer.name),
    language: customer.language,
    city: customer.city,
    country: customer.country,
    rightsProfileId: index % 4 === 0 ? WHOLE_COMPANY : STANDARD,
    status: index === 39 ? ('inactive' as const) : ('active' as const),
    createdAt: daysAgo(760 - index * 5),
  }));
}

async function insertAll<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  list: readonly unknown[],
): Promise<void> {
  for (let start = 0; start < list.length; start += 500)
    await tx.insert(entity, list.slice(start, start + 500) as never);
}

async function insertSites(tx: EntityManager, sites: DemoDeployments, pins: PortalPinStore): Promise<void> {
  await insertAll(tx, Deployment, sites.deployments);
  await insertAll(tx, DeploymentPortal, sites.portals);
  await insertAll(tx, Device, sites.devices);
  await insertAll(tx, Label, sites.labels);
  await insertAll(tx, LabelScans, sites.scans);
  await setDemoPins(tx, pins, sites.portals);
}

async function insertPeople(tx: EntityManager, people: DemoPeople): Promise<void> {
  await insertAll(tx, Identity, people.identities);
  await insertAll(tx, IdentityPhone, people.identityPhones);
  await insertAll(tx, Credential, people.credentials);
  await insertAll(tx, Contact, people.contacts);
  await insertAll(tx, ContactPhone, people.phones);
  await insertAll(tx, AttemptBudget, people.budgets);
}

async function insertCases(tx: EntityManager, story: DemoCases): Promise<void> {
  await insertAll(tx, Case, story.cases);
  await insertAll(tx, CaseMessage, story.messages);
  await insertAll(tx, CaseFollower, story.followers);
}

/** What came by label, on the forms of the demo. */
async function insertReports(
  tx: EntityManager,
  { deployments, devices }: DemoDeployments,
  staff: readonly Partial<StaffMember>[],
): Promise<void> {
  const forms = demoTemplates();
  const templates = forms.map(({ template }) => template);
  const versions = forms.map(({ version }) => version);
  await insertAll(tx, CaseTemplate, templates);
  await insertAll(tx, CaseTemplateVersion, versions);
  const reports = demoVisits({ deployments, devices, staff, templates: forms, firstNumber: FIRST_REPORT });
  await insertAll(tx, Case, reports.cases);
  await insertAll(tx, CaseMessage, reports.messages);
}

async function insertRuns(tx: EntityManager, { runs, rows }: DemoRuns): Promise<void> {
  await insertAll(tx, AccessRun, runs);
  await insertAll(tx, AccessRunRow, rows);
}

const demoStaff = (passwordHash: string) =>
  STAFF.map(([name, email, role]) => ({
    id: newId(),
    name,
    email,
    role,
    status: 'active' as const,
    passwordHash,
    passwordSetAt: daysAgo(200),
  }));

async function loadSmall(app: INestApplicationContext, db: DataSource): Promise<void> {
  const passwordHash = await app.get(PasswordsService).hash(DEMO_PASSWORD);
  const staff = demoStaff(passwordHash);
  const customers = demoCustomers();
  const people = await demoPeople(app, customers);
  const story = demoCases(people.contacts, staff.slice(1, 3));
  const settings = app.get(SettingsService);
  const mail = demoMessages(people.stories, {
    tokenOf: (id, way) => app.get(InvitationsService).token(id, 1, way),
    company: COMPANY.company.name,
    portalOrigin: await settings.portalOrigin(db),
    text: credentialText.bind(null, await settings.read(db)),
  });
  const sites = demoDeployments({ customers, staff, keys: app.get(Keys) });
  const access = demoRuns({ people, mail, staff });
  const activity = [...demoActivity({ staff, customers, people, mail, story }), ...sites.acts, ...access.acts];
  await db.transaction(async (tx) => {
    await insertAll(tx, StaffMember, staff);
    await insertAll(tx, Customer, customers);
    await insertSites(tx, sites, app.get(PortalPinStore));
    await insertPeople(tx, people);
    await insertAll(tx, Invitation, mail.invitations);
    await insertCases(tx, story);
    await insertReports(tx, sites, staff.slice(1, 3));
    await insertAll(tx, Notification, mail.notifications);
    await insertAll(tx, NotificationEvent, mail.events);
    await tx.query(SMS_DAYS);
    await insertAll(tx, AddressTrouble, mail.troubles);
    await app.get(AccessState).refresh(
      tx,
      people.contacts.flatMap(({ id }) => id ?? []),
    );
    await insertRuns(tx, access);
    await app.get(AccessRequestsService).open(tx, { kind: 'cannot_get_in', typed: demoCry(people), isLooked: false });
    await insertAll(tx, AuditEvent, activity);
    await tx.query(`SELECT setval('customer_number', 10100), setval('case_number', 2000)`);
    await tx.query(`UPDATE settings SET data = $1 WHERE id = 1`, [JSON.stringify(COMPANY)]);
  });
}

/** What went out was counted on its day, as the Outbox counts it. */
const SMS_DAYS = `
  INSERT INTO sms_days (day, parts) SELECT (created_at AT TIME ZONE 'UTC')::date, sum(sms_parts) FROM notifications WHERE sms_parts IS NOT NULL GROUP BY 1`;

const COMPANY = {
  company: {
    name: 'Brunnby Service',
    color: '#0f766e',
    contact: { phone: '+46 31 700 10 00', email: 'help@brunnby.example', text: 'Monday to Friday, 7 to 17' },
  },
  locale: { country: 'SE', language: 'en' },
  // Without a provider, SMS of the demo are kept in the Outbox; the price is for the estimate.
  sms: { pricePerPart: 0.79, currency: 'SEK' },
  privacy: {
    notice: [
      'Brunnby Service AB in Gothenburg is responsible for the data in this portal.',
      'We use it for three things only:',
      '- to let you sign in\n- to handle what you report\n- to tell you how it goes on',
      'Write to **help@brunnby.example** when you want to know, correct or erase something. You may also complain to the Swedish authority for privacy protection, IMY.',
    ].join('\n\n'),
  },
};

/** Fills an empty database with the demo, once. Says whether it is a demo database afterwards. */
export async function loadDemo(app: INestApplicationContext, size: DemoSize): Promise<void> {
  const db = app.get(DataSource);
  if (size === 'none' || (await first(db, `SELECT 1 FROM staff_members LIMIT 1`))) return;
  await loadSmall(app, db);
  if (size === 'large') await loadLarge(db);
}
