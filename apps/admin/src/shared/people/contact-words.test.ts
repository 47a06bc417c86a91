import { describe, expect, it } from 'vitest';
import { accessWords, giveWord, secondsUntilResend, type AccessFacts } from './contact-words';

const contact = (part: Partial<AccessFacts>): AccessFacts => ({
  access: 'none',
  invitation: 'none',
  asked: null,
  status: 'active',
  isPortalUser: true,
  customer: { id: '1', number: '10001', name: 'Nordic AB', status: 'active' },
  loginIds: [{ kind: 'email', value: 'eva@nordic.example' }],
  lastDelivery: null,
  invitedAt: null,
  invitationExpiresAt: null,
  lockedUntil: null,
  lockedWays: [],
  pin: 'none',
  password: null,
  ...part,
});

type State = NonNullable<AccessFacts['lastDelivery']>['state'];
const delivery = (state: State) => ({ notificationId: 'n', state, at: '2026-05-03T10:00:00Z', error: null });

describe('the access badge (S0.3)', () => {
  it.each<[string, Partial<AccessFacts>, { tone: string; word: string; note?: string }]>([
    ['no way in', {}, { tone: 'quiet', word: 'access.none' }],
    [
      'asked, and has not answered (D8)',
      { access: 'invited', asked: 'waiting' },
      { tone: 'wait', word: 'access.invited', note: 'accessNote.asked_waiting' },
    ],
    [
      'said that it is not them',
      { asked: 'declined' },
      { tone: 'bad', word: 'access.none', note: 'accessNote.asked_declined' },
    ],
    ['nothing to sign in with', { loginIds: [] }, { tone: 'quiet', word: 'access.none', note: 'accessNote.noLoginId' }],
    [
      'a mail that did not arrive',
      { lastDelivery: delivery('refused') },
      { tone: 'bad', word: 'access.none', note: 'accessNote.mailLost' },
    ],
    [
      'invited, mail accepted',
      { access: 'invited', lastDelivery: delivery('accepted') },
      { tone: 'wait', word: 'access.invited', note: 'accessNote.mailAccepted' },
    ],
    [
      'invited, mail refused',
      { access: 'invited', lastDelivery: delivery('failed') },
      { tone: 'bad', word: 'access.invited', note: 'accessNote.mailLost' },
    ],
    [
      'invited, and the page was opened',
      { access: 'invited', invitation: 'opened', lastDelivery: delivery('accepted') },
      { tone: 'wait', word: 'access.invited', note: 'accessNote.invitation_opened' },
    ],
    [
      'an invitation that ran out (S4.11)',
      { invitation: 'expired' },
      { tone: 'quiet', word: 'access.none', note: 'accessNote.invitation_expired' },
    ],
    ['active', { access: 'active' }, { tone: 'good', word: 'access.active' }],
    [
      'on its way, whatever the state',
      { access: 'active', lastDelivery: delivery('queued') },
      { tone: 'info', word: 'access.sending' },
    ],
    [
      'suspended because the customer is',
      { access: 'suspended', customer: { ...contact({}).customer, status: 'inactive' } },
      { tone: 'quiet', word: 'access.suspended', note: 'accessNote.customerInactive' },
    ],
    [
      'suspended because not a portal user',
      { access: 'suspended', isPortalUser: false },
      { tone: 'quiet', word: 'access.suspended', note: 'accessNote.notPortalUser' },
    ],
    [
      'that the PIN waits and the password works (ADR 42)',
      { access: 'active', lockedWays: ['pin'], lockedUntil: '2026-05-03T10:06:00Z' },
      { tone: 'wait', word: 'access.active', note: 'accessNote.locked.pin' },
    ],
    [
      'a PIN that was not used yet: it works (ADR 42)',
      { access: 'invited', pin: 'readable' },
      { tone: 'info', word: 'access.invited', note: 'accessNote.unused' },
    ],
    [
      'what became of the message with that PIN, before anything else (S0.12)',
      { access: 'invited', pin: 'readable', lastDelivery: delivery('bounced') },
      { tone: 'bad', word: 'access.invited', note: 'accessNote.mailLost' },
    ],
    [
      'locked for good',
      { access: 'locked', lockedWays: ['pin'] },
      { tone: 'bad', word: 'access.locked', note: 'accessNote.lockedForGood' },
    ],
  ])('says %s', (_, facts, words) => expect(accessWords(contact(facts))).toMatchObject(words));
});

describe('the wait before another message', () => {
  const at = '2026-05-03T10:00:00Z';
  it('counts down from a minute and never below nothing', () => {
    expect(secondsUntilResend({ at }, Date.parse(at) + 18_000)).toBe(42);
    expect(secondsUntilResend({ at }, Date.parse(at) + 90_000)).toBe(0);
    expect(secondsUntilResend(null, Date.parse(at))).toBe(0);
  });
});

describe('what giving access is called (S4.8, S4.9)', () => {
  type Facts = Parameters<typeof giveWord>[0];

  it.each<[ReturnType<typeof giveWord>, string, Partial<Facts>]>([
    ['invite', 'never invited', {}],
    ['invite', 'a PIN is open, and no invitation was sent', { access: 'invited' }],
    ['resend', 'invited, not accepted', { access: 'invited', invitation: 'opened' }],
    ['resend', 'the invitation expired', { invitation: 'expired' }],
    ['resend', 'the invitation did not arrive', { access: 'invited', invitation: 'bounced', reach: ['sms'] }],
    ['giveAccess', 'no message reaches the person', { reach: ['phone'] }],
    ['giveAccess', 'in use', { access: 'active', invitation: 'accepted' }],
  ])('is %s: %s', (word, _, facts) => {
    expect(giveWord({ access: 'none', invitation: 'none', reach: ['email'], ...facts })).toBe(word);
  });
});
