import type { Contact } from '../../contacts/contact.entity.js';
import type { Notification, NotificationEvent } from '../../notifications/notification.entity.js';
import { newId } from '../id.js';
import { daysAgo } from './random.js';

type Event = NotificationEvent['event'];

/** One message in each state a delivery can end in, for the Outbox and the contacts' rows. */
const ENDINGS: readonly {
  state: Notification['state'];
  events: readonly (readonly [Event, string | null])[];
  error: string | null;
}[] = [
  {
    state: 'accepted',
    events: [
      ['handed_over', 'mail.example.net'],
      ['accepted', '250 2.0.0 Ok: queued as 4F2A9'],
    ],
    error: null,
  },
  {
    state: 'refused',
    events: [
      ['handed_over', 'mail.example.net'],
      ['refused', '550 5.1.1 No such user here'],
    ],
    error: '550 5.1.1 No such user here',
  },
  {
    state: 'failed',
    events: [
      ['deferred', '451 4.7.1 Try again later'],
      ['failed', 'Gave up after 24 hours'],
    ],
    error: '451 4.7.1 Try again later',
  },
  { state: 'expired', events: [['expired', 'The invitation ended before the message could be sent']], error: null },
  { state: 'cancelled', events: [['cancelled', 'Replaced by a newer message']], error: null },
];

export interface DemoMessages {
  notifications: Partial<Notification>[];
  events: Partial<NotificationEvent>[];
}

export function demoMessages(contacts: readonly Partial<Contact>[]): DemoMessages {
  const story: DemoMessages = { notifications: [], events: [] };
  const receivers = contacts.filter((contact) => contact.email && contact.identityId);
  for (const [index, contact] of receivers.slice(0, 40).entries()) {
    const ending = ENDINGS[index % 9 < 5 ? index % 5 : 0];
    if (ending) addMessage(story, { contact, ending, days: 1 + index / 2 });
  }
  return story;
}

interface Plot {
  contact: Partial<Contact>;
  ending: (typeof ENDINGS)[number];
  days: number;
}

function addMessage(story: DemoMessages, { contact, ending, days }: Plot): void {
  const id = newId();
  const at = daysAgo(days);
  story.notifications.push({
    id,
    kind: 'portal-credentials',
    toAddress: contact.email ?? '',
    destination: 'example.com',
    language: 'en',
    subject: 'Your access to the customer portal',
    body: 'Hello {{name}},\n\nyou can report problems and follow them in our portal: {{portal_link}}\nYour login: {{login_id}}\n\nSet up your access: {{activation_link}}',
    customerId: contact.customerId ?? null,
    contactId: contact.id ?? null,
    identityId: contact.identityId ?? null,
    createdByName: 'Anna Agent',
    state: ending.state,
    attempts: 1,
    createdAt: at,
    nextAt: at,
    lastError: ending.error,
    acceptedAt: ending.state === 'accepted' ? at : null,
  });
  const steps: readonly (readonly [Event, string | null])[] = [['queued', 'Anna Agent'], ...ending.events];
  for (const [step, [event, detail]] of steps.entries())
    story.events.push({ id: newId(), notificationId: id, event, detail, at: new Date(at.getTime() + step * 4_000) });
}
