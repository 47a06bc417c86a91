import { fingerprint } from '../../config/keys.js';
import { smsText } from '../../credentials/giving/ways/sms-texts.js';
import type { Invitation } from '../../credentials/identity.entity.js';
import { type MessageText, type SendLanguage, sendLanguage } from '../../credentials/sends/credential-texts.js';
import { momentText } from '../../credentials/sends/link-validity.js';
import type { AddressTrouble } from '../../notifications/bounces/address-trouble.entity.js';
import type { Notification, NotificationEvent } from '../../notifications/notification.entity.js';
import { DEFAULT_SETTINGS } from '../../settings/settings.dto.js';
import type { PersonStory, Stand } from './demo-people.js';
import { DAY, daysAgo, idAt } from './random.js';

type Event = NotificationEvent['event'];

interface Ending {
  state: Notification['state'];
  events: readonly (readonly [Event, string | null])[];
  error?: string;
}

/** Every state that a delivery can end in, for the Outbox and the contacts' rows. */
const ENDINGS = {
  accepted: {
    state: 'accepted',
    events: [
      ['handed_over', 'mail.example.net'],
      ['accepted', '250 2.0.0 Ok: queued as 4F2A9'],
    ],
  },
  refused: {
    state: 'refused',
    events: [
      ['handed_over', 'mail.example.net'],
      ['refused', '550 5.1.1 No such user here'],
    ],
    error: '550 5.1.1 No such user here',
  },
  failed: {
    state: 'failed',
    events: [
      ['deferred', '451 4.7.1 Try again later'],
      ['failed', 'Gave up after 24 hours'],
    ],
    error: '451 4.7.1 Try again later',
  },
  bounced: {
    state: 'bounced',
    events: [
      ['handed_over', 'mail.example.net'],
      ['accepted', '250 2.0.0 Ok: queued as 7B1C2'],
      ['bounced', '550 5.1.1 The mailbox was closed'],
    ],
    error: '550 5.1.1 The mailbox was closed',
  },
  expired: { state: 'expired', events: [['expired', 'The invitation ended before the message could be sent']] },
  delivered: {
    state: 'accepted',
    events: [
      ['handed_over', null],
      ['accepted', '202 queued'],
      ['delivered', null],
    ],
  },
  notMobile: {
    state: 'refused',
    events: [
      ['handed_over', null],
      ['refused', '422 Not a mobile number'],
    ],
    error: '422 Not a mobile number',
  },
  cancelled: { state: 'cancelled', events: [['cancelled', 'Replaced by a newer message']] },
} as const satisfies Record<string, Ending>;

/** When the message with the way in went out, in days before now. */
const SENT: Partial<Record<Stand, number>> = {
  pin: 82,
  password: 41,
  'fresh-pin': 3,
  invited: 2,
  expired: 20,
  suspended: 82,
  locked: 82,
};

const WITH_PIN: Record<SendLanguage, string> = {
  en: 'Hello {{name}},\n\n{{company}} has set up a login for you.\n\nYour login: {{login_id}}\nYour PIN: {{initial_pin}}\n\nSign in here: {{portal_link}}',
  de: 'Guten Tag {{name}},\n\n{{company}} hat für Sie einen Zugang eingerichtet.\n\nIhre Anmeldung: {{login_id}}\nIhre PIN: {{initial_pin}}\n\nHier melden Sie sich an: {{portal_link}}',
  sv: 'Hej {{name}},\n\n{{company}} har ordnat en inloggning åt dig.\n\nDin inloggning: {{login_id}}\nDin PIN: {{initial_pin}}\n\nLogga in här: {{portal_link}}',
};

export interface DemoMessages {
  notifications: Partial<Notification>[];
  events: Partial<NotificationEvent>[];
  invitations: Partial<Invitation>[];
  /** Addresses that those messages did not reach. */
  troubles: Partial<AddressTrouble>[];
}

export interface MessageFrame {
  /** The secret of a link. */
  tokenOf: (id: string, way: 'email' | 'sms') => string;
  company: string;
  portalOrigin: string;
  text: (language: SendLanguage) => MessageText;
}

/** As long as a link by SMS works at most. */
const SMS_DAYS = 2;

interface Sending {
  story: PersonStory;
  ending: Ending;
  at: Date;
  way?: 'email' | 'sms';
}

/** What each person with a login was sent: the links of those who still wait work, the others were used or ran out. */
export function demoMessages(stories: readonly PersonStory[], frame: MessageFrame): DemoMessages {
  const told: DemoMessages = { notifications: [], events: [], invitations: [], troubles: [] };
  const count: Partial<Record<Stand, number>> = {};
  for (const story of stories) {
    const days = SENT[story.stand];
    if (days === undefined || !story.email) continue;
    const place = (count[story.stand] = (count[story.stand] ?? 0) + 1);
    if (story.stand === 'invited' && story.phone && place % 5 === 1) {
      // A link by SMS ends within days: these went out today.
      const ending = place === 6 ? ENDINGS.notMobile : ENDINGS.delivered;
      addMessage(told, { story, ending, at: daysAgo(place / 50), way: 'sms' }, frame);
      continue;
    }
    const at = daysAgo(days + place / 50);
    if (story.stand === 'invited' && place % 4 === 0)
      addMessage(told, { story, ending: ENDINGS.cancelled, at: new Date(at.getTime() - DAY) }, frame);
    addMessage(told, { story, ending: endingOf(story.stand, place), at }, frame);
  }
  return told;
}

function endingOf(stand: Stand, place: number): Ending {
  if (stand === 'invited' && place % 5 === 2) return ENDINGS.refused;
  if (stand === 'invited' && place % 5 === 3) return ENDINGS.failed;
  if (stand === 'invited' && place % 5 === 4) return ENDINGS.bounced;
  if (stand === 'expired' && place % 4 === 2) return ENDINGS.expired;
  return ENDINGS.accepted;
}

/** What the person reads, and where. */
type Content = Pick<Notification, 'kind' | 'channel' | 'toAddress' | 'destination' | 'subject' | 'body' | 'data'>;

interface Written {
  id: string;
  story: PersonStory;
  language: SendLanguage;
  expiresAt: Date;
}

const hasLinkIn = (story: PersonStory): boolean => story.stand !== 'fresh-pin';

function mailContent({ id, story, language, expiresAt }: Written, frame: MessageFrame): Content {
  const text = frame.text(language);
  const hasLink = hasLinkIn(story);
  return {
    kind: 'portal-credentials',
    channel: 'email',
    toAddress: story.email ?? '',
    destination: 'example.com',
    subject: text.subject,
    body: hasLink ? text.body : WITH_PIN[language],
    data: {
      batch: id,
      elsewhere: false,
      name: story.name,
      company: frame.company,
      loginId: story.phone ?? story.email,
      portalOrigin: frame.portalOrigin,
      hasLink,
      validUntil: hasLink ? momentText(expiresAt, language, 'SE') : '',
      pinId: story.pinId,
    },
  };
}

function smsContent({ story, language, expiresAt }: Written, { company, portalOrigin }: MessageFrame): Content {
  const validUntil = momentText(expiresAt, language, 'SE');
  return {
    kind: 'invitation-sms',
    channel: 'sms',
    toAddress: story.phone ?? '',
    destination: 'sms',
    ...smsText('invitation', language),
    data: { company, customer: '', portalOrigin, hasLink: true, validUntil },
  };
}

const daysOpen = ({ story, way }: Sending): number => {
  if (way === 'sms') return SMS_DAYS;
  return hasLinkIn(story) ? DEFAULT_SETTINGS.invitations.days : 30;
};

function addMessage(told: DemoMessages, sending: Sending, frame: MessageFrame): void {
  const { story, ending, at, way = 'email' } = sending;
  const id = idAt(at);
  const hasLink = hasLinkIn(story);
  const language = sendLanguage(story.language);
  const expiresAt = new Date(at.getTime() + daysOpen(sending) * DAY);
  const written = { id, story, language, expiresAt };
  told.notifications.push({
    id,
    ...(way === 'sms' ? smsContent(written, frame) : mailContent(written, frame)),
    language,
    smsParts: way === 'sms' ? 1 : null,
    customerId: story.customerId,
    contactId: story.contactId,
    identityId: story.identityId,
    createdByName: 'Anna Agent',
    state: ending.state,
    attempts: ending.state === 'cancelled' ? 0 : 1,
    createdAt: at,
    nextAt: at,
    expiresAt,
    lastError: ending.error ?? null,
    acceptedAt: ending.state === 'accepted' || ending.state === 'bounced' ? at : null,
  });
  addEvents(told, { id, at, ending, story, wasUsed: hasLink && !isWaiting(story.stand) });
  if (hasLink) told.invitations.push(invitation(id, sending, { expiresAt, tokenOf: frame.tokenOf }));
}

function addTrouble(told: DemoMessages, { id, story, ending, at }: Sending & { id: string }): void {
  if (ending !== ENDINGS.bounced && ending !== ENDINGS.refused) return;
  const addressKey = story.email?.toLowerCase() ?? '';
  told.troubles.push({ addressKey, kind: 'bounced', detail: ending.error, at, notificationId: id });
}

const isWaiting = (stand: Stand): boolean => stand === 'invited' || stand === 'expired';

function addEvents(told: DemoMessages, of: Sending & { id: string; wasUsed: boolean }): void {
  addTrouble(told, of);
  const steps: (readonly [Event, string | null])[] = [['queued', 'Anna Agent'], ...of.ending.events];
  if (of.wasUsed) steps.push(['used', null]);
  for (const [step, [event, detail]] of steps.entries()) {
    const at = new Date(of.at.getTime() + (event === 'used' ? DAY : step * 4_000));
    told.events.push({ id: idAt(at), notificationId: of.id, event, detail, at });
  }
}

function invitation(
  id: string,
  { story, ending, at, way = 'email' }: Sending,
  { expiresAt, tokenOf }: Pick<Written, 'expiresAt'> & Pick<MessageFrame, 'tokenOf'>,
): Partial<Invitation> {
  return {
    id,
    identityId: story.identityId,
    contactId: story.contactId,
    tokenHash: fingerprint(tokenOf(id, way)),
    way,
    credentialVersion: 1,
    sentTo: way === 'sms' ? story.phone : story.email,
    // The story is told: the worker does not go on with it.
    followedAt: at,
    createdByName: 'Anna Agent',
    createdAt: at,
    expiresAt,
    openedAt: isWaiting(story.stand) ? null : new Date(at.getTime() + DAY),
    usedAt: isWaiting(story.stand) ? null : new Date(at.getTime() + DAY),
    revokedAt: ending.state === 'cancelled' ? new Date(at.getTime() + DAY) : null,
  };
}
