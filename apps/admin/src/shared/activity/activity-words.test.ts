import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../i18n/catalogues';
import { activityWords } from './activity-words';

const i18n = createInstance();
await i18n.init({ lng: 'en', resources: { en: await loadTexts('en') }, interpolation: { escapeValue: false } });
const { t } = i18n;

/** Read as text: the actions are the API's, and apps do not import apps. */
const API = fileURLToPath(new URL('../../../../api/src/', import.meta.url));
const sources = readdirSync(API, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('db/'))
  .map((path) => readFileSync(API + path, 'utf8'));

/** Every quoted noun.past up to the facts of a call that records an act. */
const recorded = new Set(
  sources.flatMap((code) =>
    [...code.matchAll(/\.record(?:Many)?\(([\s\S]*?)(?:\{ |, facts|\);)/g)].flatMap((call) =>
      [...(call[1] ?? '').matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1] ?? ''),
    ),
  ),
);

describe('activity', () => {
  it('has a sentence for every act that the API records (INV-10)', () => {
    expect(recorded.size).toBeGreaterThan(45);
    const silent = [
      ...recorded,
      'notification.retried',
      'notification.cancelled',
      'case.closed',
      'case.reopened',
    ].filter((action) => !i18n.exists(`activity:${action}`));
    expect(silent).toEqual([]);
  });

  it('names whom, why and what', () => {
    expect(activityWords({ action: 'credential.sent', detail: { to: 'eva@nordic.example' } }, t)).toEqual({
      title: 'Sent portal credentials to eva@nordic.example',
    });
    expect(activityWords({ action: 'pin.revealed', detail: { reason: 'On the phone' } }, t).detail).toBe(
      'Reason: On the phone',
    );
    expect(
      activityWords({ action: 'contact.changed', detail: { name: 'Eva', fields: ['phones', 'email'] } }, t),
    ).toEqual({
      title: 'Changed the contact Eva',
      detail: 'Changed: phones, e-mail',
    });
    expect(
      activityWords({ action: 'contact.rights_changed', detail: { taken: ['case:reply'], given: [] } }, t).detail,
    ).toBe('Taken away: reply');
  });

  it.each([
    ['sign_in.failed', { method: 'password', reason: 'wrong' }, 'Sign-in failed: wrong password'],
    ['sign_in.failed', { method: 'pin', reason: 'closed' }, 'Sign-in with PIN failed: the access was switched off'],
    ['sign_in.succeeded', { method: 'pin' }, 'Signed in with PIN'],
    ['sign_in.succeeded', {}, 'Signed in'],
  ])('says of a sign-in by what, and why it failed (S4.10): %s %j', (action, detail, title) => {
    expect(activityWords({ action, detail }, t)).toEqual({ title });
  });

  it('tells a question apart from a message with a way in (D8)', () => {
    const detail = { to: 'eva@nordic.example', message: 'joining' };
    expect(activityWords({ action: 'credential.sent', detail }, t).title).toBe(
      'Asked at eva@nordic.example whether the person accepts this customer',
    );
  });

  it('tells an address that is not on record apart (S0.10)', () => {
    const detail = { to: 'x@other.example', isElsewhere: true };
    expect(activityWords({ action: 'credential.sent', detail }, t).title).toMatch(/not on record/);
  });

  it('says what became of a request for a new password (S2.22, INV-10)', () => {
    const asked = (outcome: string) => activityWords({ action: 'password.reset_asked', detail: { outcome } }, t).title;
    const outcomes = ['sent', 'switched_off', 'unknown', 'never_invited', 'closed', 'no_password', 'not_allowed'];
    const sentences = [...outcomes, 'too_soon', 'too_many', 'yet_another'].map(asked);
    expect(new Set(sentences).size).toBe(10);
    expect(sentences.at(-1)).toBe('Asked for a new password');
  });

  it('names an act it does not know as the system does, and leaves no hole for a missing fact', () => {
    expect(activityWords({ action: 'robot.moved', detail: {} }, t)).toEqual({ title: 'robot.moved' });
    expect(activityWords({ action: 'contact.created', detail: { name: null } }, t)).toEqual({
      title: 'Added the contact',
    });
    expect(activityWords({ action: 'phone.code_sent', detail: {} }, t)).toEqual({
      title: 'Asked for a code by SMS to',
    });
    expect(activityWords({ action: 'phone.code_sent', detail: { phone: '+46701740605' } }, t).title).toMatch(
      /\+46 70 174 06 05$/,
    );
  });
});
