import type { Contact } from '@latchkey/api-client';
import type { TFunction } from 'i18next';
import type { Tone } from '../../theme/tokens';

type Delivery = NonNullable<Contact['lastDelivery']>;

/** The facts that a contact's access badge is made of. */
export type AccessFacts = Pick<
  Contact,
  | 'access'
  | 'invitation'
  | 'asked'
  | 'status'
  | 'isPortalUser'
  | 'customer'
  | 'loginIds'
  | 'lastDelivery'
  | 'invitedAt'
  | 'invitationExpiresAt'
  | 'lockedUntil'
  | 'lockedWays'
  | 'pin'
  | 'password'
>;

/** Keys of the contacts catalogue; the component puts in words and times. */
export interface AccessWords {
  tone: Tone;
  word: string;
  note?: string;
  /** A time that belongs to the note. */
  at?: string;
  /** The note says how long until then. */
  isWait?: boolean;
}

const ON_ITS_WAY = new Set<Delivery['state']>(['queued', 'sending']);
const LOST = new Set<Delivery['state']>(['refused', 'failed', 'expired', 'bounced']);

const suspendedNote = ({ customer, status, isPortalUser }: AccessFacts): string => {
  if (customer.status === 'inactive') return 'accessNote.customerInactive';
  if (status === 'inactive') return 'accessNote.inactive';
  return isPortalUser ? 'accessNote.loginClosed' : 'accessNote.notPortalUser';
};

/** How the newest message with credentials fared, as the note under the badge. */
const deliveryNote = (delivery: Delivery | null): string | undefined => {
  if (!delivery) return undefined;
  if (LOST.has(delivery.state)) return 'accessNote.mailLost';
  return delivery.state === 'accepted' ? 'accessNote.mailAccepted' : undefined;
};

const withNote = (words: AccessWords, note: string | undefined): AccessWords => (note ? { ...words, note } : words);

const noneWords = (facts: AccessFacts): AccessWords => {
  const base: AccessWords = { tone: 'quiet', word: 'access.none' };
  if (facts.customer.status === 'inactive' || facts.status === 'inactive' || !facts.isPortalUser)
    return withNote(base, suspendedNote(facts));
  if (facts.asked) return withNote({ ...base, tone: 'bad' }, `accessNote.asked_${facts.asked}`);
  if (facts.loginIds.length === 0) return withNote(base, 'accessNote.noLoginId');
  const lost = deliveryNote(facts.lastDelivery) === 'accessNote.mailLost';
  if (lost) return { tone: 'bad', word: 'access.none', note: 'accessNote.mailLost' };
  const isOver = facts.invitation === 'expired' || facts.invitation === 'revoked';
  return isOver ? { ...base, note: `accessNote.invitation_${facts.invitation}` } : base;
};

const invitedWords = (facts: AccessFacts): AccessWords => {
  if (facts.asked) return { tone: 'wait', word: 'access.invited', note: `accessNote.asked_${facts.asked}` };
  const at = facts.invitedAt ? { at: facts.invitedAt } : {};
  const sent = facts.invitation === 'opened' ? 'accessNote.invitation_opened' : deliveryNote(facts.lastDelivery);
  if (sent === undefined && (facts.pin !== 'none' || facts.password !== null))
    return { tone: 'info', word: 'access.invited', note: 'accessNote.unused', ...at };
  const tone = sent === 'accessNote.mailLost' ? 'bad' : 'wait';
  return withNote({ tone, word: 'access.invited', ...at }, sent);
};

/** One way waits, the other one lets the person in. */
const halfLocked = ({ access, lockedUntil }: AccessFacts, way: 'password' | 'pin'): AccessWords => ({
  tone: 'wait',
  word: `access.${access}`,
  ...(lockedUntil
    ? { note: `accessNote.locked.${way}`, at: lockedUntil, isWait: true }
    : { note: `accessNote.paused.${way}` }),
});

/** One badge: who can get in, who cannot, and what the mail server said (S0.3, S3.9). */
export const accessWords = (facts: AccessFacts): AccessWords => {
  if (facts.lastDelivery && ON_ITS_WAY.has(facts.lastDelivery.state)) return { tone: 'info', word: 'access.sending' };
  const [locked] = facts.lockedWays;
  if (locked && facts.access !== 'locked') return halfLocked(facts, locked);
  switch (facts.access) {
    case 'none':
      return noneWords(facts);
    case 'invited':
      return invitedWords(facts);
    case 'active':
      return { tone: 'good', word: 'access.active' };
    case 'suspended':
      return { tone: 'quiet', word: 'access.suspended', note: suspendedNote(facts) };
    case 'locked':
      return facts.lockedUntil
        ? { tone: 'bad', word: 'access.locked', note: 'accessNote.lockedUntil', at: facts.lockedUntil, isWait: true }
        : { tone: 'bad', word: 'access.locked', note: 'accessNote.lockedForGood' };
  }
};

const WAS_INVITED: ReadonlySet<Contact['invitation']> = new Set(['invited', 'opened', 'expired', 'revoked', 'bounced']);

/** Nobody got in yet: giving access is the thing to do first. */
export const isOut = ({ access }: Pick<Contact, 'access'>): boolean => access === 'none' || access === 'invited';

/** What giving access is called: whoever was invited and has not accepted is invited again (S4.8, S4.9). */
export const giveWord = (
  contact: Pick<Contact, 'access' | 'invitation' | 'reach'>,
): 'giveAccess' | 'invite' | 'resend' => {
  const gets = contact.reach.includes('email') || contact.reach.includes('sms');
  if (!isOut(contact) || !gets) return 'giveAccess';
  return WAS_INVITED.has(contact.invitation) ? 'resend' : 'invite';
};

export const hasOpenInvitation = ({ invitation }: Pick<Contact, 'invitation'>): boolean =>
  invitation === 'invited' || invitation === 'opened';

/** What to call a contact when there is no name: never an empty cell. */
export const nameOf = (contact: { name: string | null }, t: TFunction): string =>
  contact.name ?? t('contacts:nameless');

/** "Eva" on buttons: the first name, else everything there is. */
export const shortNameOf = (contact: { name: string | null; firstName: string | null }, t: TFunction): string =>
  contact.firstName ?? nameOf(contact, t);

/** Seconds until the next message may go to this contact (S4.2: one a minute). */
export const secondsUntilResend = (delivery: Pick<Delivery, 'at'> | null, now: number): number =>
  delivery ? Math.max(0, Math.ceil((Date.parse(delivery.at) + 60_000 - now) / 1000)) : 0;
