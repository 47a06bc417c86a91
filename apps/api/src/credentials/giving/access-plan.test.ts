import { describe, expect, it } from 'vitest';
import type { AccessFacts } from './access-facts.js';
import { accessPlan, type Wish } from './access-plan.js';

const MOBILE = '+46701234567';

const FACTS: AccessFacts = {
  contactId: '01900000-0000-7000-8002-000000000001',
  customerId: '01900000-0000-7000-8000-000000000001',
  customerName: 'Nordic AB',
  language: 'en',
  isCustomerActive: true,
  isActive: true,
  isPortalUser: true,
  access: 'none',
  invitation: 'none',
  email: 'eva@nordic.example',
  hasBounced: false,
  isSamePerson: false,
  isUnproven: false,
  isRecent: false,
  sentToday: 0,
  lastWay: 'email',
  phone: '+46701234567',
  mobile: null,
  hasSharedMobile: false,
  hasUnverifiedMobile: false,
  hasPin: false,
  isInUse: false,
  isNews: false,
  isAsked: false,
  isDeclined: false,
  wasTold: false,
  askedEmail: null,
  askedMobile: null,
};

const AUTO: Wish = { strategy: 'auto', mayIssuePin: true, smsCountries: ['SE'] };

describe('the plan of giving access', () => {
  it.each<[string, { facts?: Partial<AccessFacts>; wish?: Partial<Wish> }, object]>([
    ['e-mail first', {}, { outcome: 'send', way: 'email', reason: 'best_way', message: 'invitation' }],
    [
      'phone and PIN without an address',
      { facts: { email: null } },
      { outcome: 'issue_pin', way: 'pin', reason: 'next_way' },
    ],
    ['phone and PIN where mail came back', { facts: { hasBounced: true } }, { outcome: 'issue_pin', way: 'pin' }],
    [
      'SMS without an address',
      { facts: { email: null, mobile: MOBILE } },
      { outcome: 'send', way: 'sms', reason: 'next_way', to: MOBILE, message: 'invitation' },
    ],
    ['SMS when asked for', { facts: { mobile: MOBILE }, wish: { strategy: 'sms' } }, { outcome: 'send', way: 'sms' }],
    [
      'SMS where the e-mail came back',
      { facts: { mobile: MOBILE, access: 'invited', invitation: 'bounced' } },
      { way: 'sms' },
    ],
    [
      'e-mail where the SMS did not arrive',
      { facts: { mobile: MOBILE, access: 'invited', invitation: 'bounced', lastWay: 'sms' } },
      { way: 'email' },
    ],
    [
      'phone and PIN where no SMS go out',
      { facts: { email: null, mobile: MOBILE }, wish: { smsCountries: null } },
      { way: 'pin' },
    ],
    [
      'phone and PIN where SMS do not go to that country (D9)',
      { facts: { email: null, mobile: MOBILE }, wish: { smsCountries: ['DE'] } },
      { way: 'pin' },
    ],
    [
      'word of a new company by SMS (INV-1)',
      { facts: { access: 'active', isInUse: true, isNews: true, email: null, mobile: MOBILE } },
      { outcome: 'send', way: 'sms', message: 'added' },
    ],
    [
      'phone and PIN when asked for',
      { wish: { strategy: 'pin' } },
      { outcome: 'issue_pin', way: 'pin', reason: 'next_way' },
    ],
    [
      'no PIN for who may not issue one',
      { facts: { email: null }, wish: { mayIssuePin: false } },
      { outcome: 'impossible', reason: 'no_way_left' },
    ],
    ['nothing on file', { facts: { email: null, phone: null } }, { outcome: 'impossible', reason: 'no_way_left' }],
    [
      'nothing for who gets in (INV-1)',
      { facts: { access: 'active', isInUse: true } },
      { outcome: 'nothing', reason: 'already_active' },
    ],
    [
      'word of a new company (S3.6)',
      { facts: { access: 'active', isInUse: true, isNews: true } },
      { outcome: 'send', message: 'added' },
    ],
    [
      'no PIN beside a login in use (INV-1)',
      { facts: { access: 'active', isInUse: true, isNews: true, email: null } },
      { outcome: 'impossible', reason: 'no_way_left' },
    ],
    [
      'nothing while an invitation is open',
      { facts: { access: 'invited', invitation: 'opened' } },
      { outcome: 'nothing', reason: 'already_invited' },
    ],
    [
      'e-mail again when asked for',
      { facts: { access: 'invited', invitation: 'invited' }, wish: { strategy: 'email' } },
      { outcome: 'send', way: 'email' },
    ],
    [
      'e-mail again over an open invitation and the PIN in it (S4.9)',
      { facts: { access: 'invited', invitation: 'opened', hasPin: true }, wish: { again: true } },
      { outcome: 'send', way: 'email', message: 'invitation' },
    ],
    [
      'no other way for who resends too soon',
      { facts: { access: 'invited', invitation: 'invited', isRecent: true }, wish: { again: true } },
      { outcome: 'nothing', reason: 'recently_sent' },
    ],
    [
      'nothing again for who gets in (INV-1)',
      { facts: { access: 'active', isInUse: true }, wish: { again: true } },
      { outcome: 'nothing', reason: 'already_active' },
    ],
    [
      'the next way when the invitation came back',
      { facts: { access: 'invited', invitation: 'bounced' } },
      { outcome: 'issue_pin', way: 'pin' },
    ],
    ['e-mail when it expired (S4.9)', { facts: { invitation: 'expired' } }, { outcome: 'send', way: 'email' }],
    [
      'nothing for an inactive customer',
      { facts: { isCustomerActive: false } },
      { outcome: 'impossible', reason: 'customer_inactive' },
    ],
    [
      'nothing for an inactive contact',
      { facts: { isActive: false } },
      { outcome: 'impossible', reason: 'contact_inactive' },
    ],
    [
      'nothing for who is no portal user',
      { facts: { isPortalUser: false } },
      { outcome: 'impossible', reason: 'not_portal_user' },
    ],
  ])('is %s', (_, { facts, wish }, expected) => {
    expect(accessPlan({ ...FACTS, ...facts }, { ...AUTO, ...wish })).toMatchObject(expected);
  });

  it('names what stands against each way', () => {
    expect(accessPlan({ ...FACTS, email: null, hasPin: true }, AUTO).ways).toEqual([
      { way: 'email', to: null, obstacle: 'no_email' },
      { way: 'sms', to: null, obstacle: 'no_mobile' },
      { way: 'pin', to: '+46701234567', obstacle: 'has_pin' },
    ]);
  });
});
