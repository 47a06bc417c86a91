import { countryOf } from '../../text/phone.js';
import type { InvitationWay } from '../identity.entity.js';
import type { AccessFacts } from './access-facts.js';
import { ACCESS_WAYS, type AccessPlanDto, type AccessReason, type AccessWay, type GiveAccess } from './giving.dto.js';

type Way = AccessPlanDto['ways'][number];
type Check = [boolean, AccessReason];

export interface Wish {
  strategy: GiveAccess['strategy'];
  /** An invitation that is open is replaced. */
  again?: boolean | undefined;
  /** Whoever asks may issue a PIN. */
  mayIssuePin: boolean;
  /** Countries that SMS go to; null: none go out. */
  smsCountries: readonly string[] | null;
}

const MOST_A_DAY = 10;

const first = (checks: readonly Check[]): AccessReason | null => checks.find(([holds]) => holds)?.[1] ?? null;

const closedDoor = (facts: AccessFacts): AccessReason | null =>
  first([
    [!facts.isCustomerActive, 'customer_inactive'],
    [!facts.isActive, 'contact_inactive'],
    [!facts.isPortalUser, 'not_portal_user'],
  ]);

/** Somebody who gets in, or is about to: nothing may change for them (INV-1), and nothing is sent twice. */
const settled = (facts: AccessFacts, wish: Wish): AccessReason | null =>
  first([
    [wish.strategy === 'auto' && facts.isAsked && facts.isDeclined, 'declined'],
    [wish.strategy === 'auto' && facts.isAsked && facts.wasTold, 'already_asked'],
    [facts.access === 'active' && !facts.isNews, 'already_active'],
  ]) ?? (wish.again ? tooOften(facts) : underWay(facts, wish));

/** Somebody who presses Resend means the same way as before: what is too soon there is not sent by the next one. */
const tooOften = (facts: AccessFacts): AccessReason | null =>
  first([
    [facts.isRecent, 'recently_sent'],
    [facts.sentToday >= MOST_A_DAY, 'daily_limit'],
  ]);

const underWay = (facts: AccessFacts, { strategy }: Wish): AccessReason | null =>
  first([
    [
      strategy === 'auto' && facts.access === 'invited' && ['invited', 'opened'].includes(facts.invitation),
      'already_invited',
    ],
    [strategy !== 'email' && strategy !== 'sms' && facts.access === 'invited' && facts.hasPin, 'already_invited'],
  ]);

const byEmail = (facts: AccessFacts): Way => ({
  way: 'email',
  to: facts.email,
  obstacle: first([
    [facts.email === null, 'no_email'],
    [facts.isSamePerson, 'same_person'],
    [facts.isUnproven, 'login_email_differs'],
    [facts.hasBounced || wasLost(facts, 'email'), 'bounced_before'],
    [facts.isRecent, 'recently_sent'],
    [facts.sentToday >= MOST_A_DAY, 'daily_limit'],
  ]),
});

/** Never a link to a login in use (INV-1), and never to a number that two people have (S2.11). */
const bySms = (facts: AccessFacts, { smsCountries }: Wish): Way => ({
  way: 'sms',
  to: facts.mobile,
  obstacle: first([
    [smsCountries === null, 'sms_off'],
    [facts.mobile === null, withoutMobile(facts)],
    [!isListed(facts.mobile, smsCountries), 'country_not_listed'],
    [facts.isSamePerson, 'same_person'],
    [facts.isInUse && !facts.isNews, 'has_login'],
    [wasLost(facts, 'sms'), 'bounced_before'],
    [facts.isRecent, 'recently_sent'],
    [facts.sentToday >= MOST_A_DAY, 'daily_limit'],
  ]),
});

const withoutMobile = ({ hasSharedMobile, hasUnverifiedMobile }: AccessFacts): AccessReason =>
  hasSharedMobile ? 'phone_shared' : hasUnverifiedMobile ? 'phone_unverified' : 'no_mobile';

function isListed(mobile: string | null, countries: readonly string[] | null): boolean {
  const country = countryOf(mobile ?? '');
  return country !== undefined && (countries ?? []).includes(country);
}

/** The newest invitation went this way and did not arrive. */
const wasLost = ({ invitation, lastWay }: AccessFacts, way: InvitationWay): boolean =>
  invitation === 'bounced' && lastWay === way;

const byPin = (facts: AccessFacts, { mayIssuePin }: Wish): Way => ({
  way: 'pin',
  to: facts.phone,
  obstacle: first([
    [facts.phone === null, 'no_phone'],
    [facts.isSamePerson, 'same_person'],
    [facts.isInUse, 'has_login'],
    [facts.hasPin, 'has_pin'],
    [!mayIssuePin, 'not_allowed'],
  ]),
});

/** Who has a login is asked where that login receives messages, whatever stands on the contact. */
const askedWays = (facts: AccessFacts, wish: Wish): Way[] => [
  byEmail({ ...facts, email: facts.askedEmail }),
  bySms({ ...facts, mobile: facts.askedMobile, hasSharedMobile: false }, wish),
  { way: 'pin', to: null, obstacle: 'has_login' },
];

const waysOf = (facts: AccessFacts, wish: Wish): Way[] =>
  facts.isAsked ? askedWays(facts, wish) : [byEmail(facts), bySms(facts, wish), byPin(facts, wish)];

const canBeHandedOver = ({ isInUse, isSamePerson, isAsked, email, phone }: AccessFacts): boolean =>
  !isInUse && !isSamePerson && !isAsked && (email !== null || phone !== null);

const OUTCOMES = { email: 'send', sms: 'send', pin: 'issue_pin' } as const satisfies Record<AccessWay, string>;

/** Which way, to where, and why: the same whether it is only shown or done (field.md, "Give access"). */
export function accessPlan(facts: AccessFacts, wish: Wish): Omit<AccessPlanDto, 'isDone' | 'notificationId' | 'sms'> {
  const { contactId } = facts;
  const ways = waysOf(facts, wish).map((one) => limited(one, wish.strategy));
  const closed = closedDoor(facts);
  const mayHandOver = wish.mayIssuePin && closed === null && canBeHandedOver(facts);
  const none = { contactId, way: null, message: null, to: null, ways, mayHandOver } as const;
  if (closed) return { ...none, outcome: 'impossible', reason: closed };
  const done = settled(facts, wish);
  if (done) return { ...none, outcome: 'nothing', reason: done };
  const chosen = ways.find(({ obstacle }) => obstacle === null);
  if (!chosen) return { ...none, outcome: 'impossible', reason: 'no_way_left' };
  return {
    ...none,
    outcome: OUTCOMES[chosen.way],
    reason: chosen.way === ACCESS_WAYS[0] ? 'best_way' : 'next_way',
    way: chosen.way,
    message: chosen.way === 'pin' ? null : messageFor(facts),
    to: chosen.to,
  };
}

function messageFor(facts: AccessFacts): AccessPlanDto['message'] {
  if (facts.isAsked) return 'joining';
  return facts.isNews && facts.isInUse ? 'added' : 'invitation';
}

const limited = (one: Way, strategy: GiveAccess['strategy']): Way =>
  strategy === 'auto' || strategy === one.way ? one : { ...one, obstacle: 'not_chosen' };
