import type { AuditEvent } from '../../audit/audit-event.entity.js';
import type { Case, CaseMessage } from '../../cases/case.entity.js';
import type { Contact } from '../../contacts/contact.entity.js';
import type { Customer } from '../../customers/customer.entity.js';
import type { StaffMember } from '../../staff/staff-member.entity.js';
import type { DemoCases } from './demo-cases.js';
import type { DemoMessages } from './demo-messages.js';
import type { DemoPeople, PersonStory } from './demo-people.js';
import { DAY, daysAgo, idAt } from './random.js';

interface Told {
  staff: readonly Partial<StaffMember>[];
  customers: readonly Partial<Customer>[];
  people: DemoPeople;
  mail: DemoMessages;
  story: DemoCases;
}

type Act = Partial<AuditEvent> & { at: Date; action: string };
type Actor = Pick<Act, 'actorKind' | 'actorId' | 'actorName'>;

const MINUTE = DAY / 1_440;

/** The record of what the demo's people have done, as the product would have written it. */
export function demoActivity(told: Told): Act[] {
  const [, admin, agent] = told.staff.map(({ id, name }): Actor => ({
    actorKind: 'staff',
    actorId: id ?? null,
    actorName: name ?? null,
  }));
  if (!admin || !agent) return [];
  const acts = [
    ...told.customers.map((customer) => customerCreated(customer, admin)),
    ...told.people.contacts.map((contact) => contactCreated(contact, agent)),
    ...told.mail.notifications.map((message) => ({
      ...agent,
      at: message.createdAt ?? daysAgo(1),
      action: 'credential.sent',
      customerId: message.customerId ?? null,
      contactId: message.contactId ?? null,
      identityId: message.identityId ?? null,
      detail: { to: message.toAddress, link: message.data?.['hasLink'], notificationId: message.id },
    })),
    ...told.people.stories.flatMap((one) => ofPerson(one, told, agent)),
    ...ofCases(told.story),
  ];
  return acts.map((act) => ({ ...act, id: idAt(act.at) }));
}

const customerCreated = ({ id, name, number, createdAt }: Partial<Customer>, by: Actor): Act => ({
  ...by,
  at: createdAt ?? daysAgo(700),
  action: 'customer.created',
  customerId: id ?? null,
  detail: { name, number },
});

const contactCreated = (contact: Partial<Contact>, by: Actor): Act => ({
  ...by,
  at: contact.createdAt ?? daysAgo(370),
  action: 'contact.created',
  customerId: contact.customerId ?? null,
  contactId: contact.id ?? null,
  detail: { name: [contact.firstName, contact.lastName].filter(Boolean).join(' ') || contact.email },
});

/** How somebody got in, or why not. */
function ofPerson(one: PersonStory, { people, mail }: Told, agent: Actor): Act[] {
  const about = { customerId: one.customerId, contactId: one.contactId, identityId: one.identityId };
  const self: Actor = { actorKind: 'contact', actorId: one.identityId, actorName: one.name };
  const invitation = mail.invitations.find(({ contactId, usedAt }) => contactId === one.contactId && usedAt);
  const pin = people.credentials.find(({ identityId, kind }) => identityId === one.identityId && kind === 'pin');
  const acts: Act[] = [];
  if (pin?.setAt) acts.push({ ...agent, ...about, at: pin.setAt, action: 'pin.issued', detail: { state: 'active' } });
  if (invitation?.usedAt)
    acts.push({
      ...self,
      ...about,
      at: invitation.usedAt,
      action: 'invitation.accepted',
      detail: { password: one.stand === 'password' },
    });
  if (one.stand === 'suspended')
    acts.push({
      ...agent,
      ...about,
      at: daysAgo(12),
      action: 'contact.changed',
      detail: { name: one.name, fields: ['isPortalUser'] },
    });
  if (one.stand === 'locked') acts.push(...wrongTries(one, about));
  return acts;
}

const wrongTries = (one: PersonStory, { identityId }: Pick<Act, 'identityId'>): Act[] =>
  Array.from({ length: 5 }, (_, index) => ({
    actorKind: 'visitor' as const,
    identityId: identityId ?? null,
    at: new Date(Date.now() - (3 + 5 - index) * 60_000),
    action: 'sign_in.failed',
    detail: { method: 'pin', identifier: one.phone, reason: 'wrong', people: 1 },
    ip: '203.0.113.7',
  }));

/** Opened by its reporter, answered by staff, closed where it is. */
function ofCases({ cases, messages }: DemoCases): Act[] {
  const byId = new Map(cases.map((one) => [one.id, one]));
  const acts = cases.flatMap((one): Act[] => {
    const byReporter = { ...about(one), actorKind: 'contact' as const, actorName: one.reporterName ?? null };
    const detail = { number: one.number };
    const opened = { ...byReporter, at: one.createdAt ?? daysAgo(1), action: 'case.opened', detail };
    if (!one.closedAt || one.status !== 'closed') return [opened];
    const at = new Date(one.closedAt.getTime() + MINUTE);
    return [opened, { ...byReporter, at, action: 'case.closed', detail }];
  });
  return [...acts, ...messages.flatMap((message) => ofMessage(message, byId.get(message.caseId)))];
}

/** The first message is the report itself, and lines of the system are no acts of their own. */
function ofMessage(message: Partial<CaseMessage>, one: Partial<Case> | undefined): Act[] {
  const at = message.createdAt ?? daysAgo(1);
  if (!one || at.getTime() === one.createdAt?.getTime() || message.authorKind === 'system') return [];
  const action = message.visibility === 'internal' ? 'case.noted' : 'case.replied';
  const by: Actor = {
    actorKind: message.authorKind === 'staff' ? 'staff' : 'contact',
    actorId: message.staffId ?? null,
    actorName: message.authorName ?? null,
  };
  return [{ ...about(one), ...by, at, action, detail: {} }];
}

const about = ({ id, customerId, contactId }: Partial<Pick<Case, 'id' | 'customerId' | 'contactId'>>) => ({
  customerId: customerId ?? null,
  contactId: contactId ?? null,
  subjectId: id ?? null,
});
