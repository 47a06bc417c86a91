import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../i18n/catalogues';
import { asSentence, causeWords, inSentence } from './check-words';

describe('a cause in the middle of a sentence', () => {
  it.each([
    ['en', 'The invitation did not arrive', 'the invitation did not arrive'],
    ['en', 'PIN locked for 6 more min', 'PIN locked for 6 more min'],
    ['en', 'SMS are switched off', 'SMS are switched off'],
    ['en', 'E-mail is missing', 'e-mail is missing'],
    ['en', 'eva@example.com bounced', 'eva@example.com bounced'],
    ['en', '+46 70 123 45 67 is shared', '+46 70 123 45 67 is shared'],
    ['sv', 'PIN-koden är låst', 'PIN-koden är låst'],
    ['sv', 'Åtkomsten är stängd', 'åtkomsten är stängd'],
    ['de', 'Kein Passwort', 'Kein Passwort'],
  ])('begins small in %s, but not a name, a number or an abbreviation (S4.10): %s', (language, words, expected) => {
    expect(inSentence(words, language)).toBe(expected);
  });
});

describe('words of a reason as a sentence of their own', () => {
  it('begin with a capital and end with a full stop, once', () => {
    expect(asSentence('something was sent a moment ago')).toBe('Something was sent a moment ago.');
    expect(asSentence('Zu oft versucht.')).toBe('Zu oft versucht.');
  });
});

describe('a cause in words', () => {
  it.each([
    ['1', '1 right by the profile Standard'],
    ['3', '3 rights by the profile Standard'],
  ])('counts as people do: %s', async (count, expected) => {
    const i18n = createInstance();
    await i18n.init({ lng: 'en', resources: { en: await loadTexts('en', ['access']) } });
    const found = { cause: 'has_rights', facts: { count, profile: 'Standard' } };
    expect(causeWords(found, i18n.t, 'en')).toBe(expected);
  });

  it('tells one try from another by the clock (S4.10)', async () => {
    const i18n = createInstance();
    await i18n.init({ lng: 'en', resources: { en: await loadTexts('en', ['access']) } });
    const at = new Date(2026, 10, 22, 15, 12).toISOString();
    const words = causeWords({ cause: 'failed_wrong_password', facts: { at } }, i18n.t, 'en');
    expect(words.replaceAll(/\s/gu, ' ')).toBe('Last try on Nov 22, 2026, 3:12 PM: wrong password');
    expect(causeWords({ cause: 'password_set', facts: { at } }, i18n.t, 'en')).toBe('Password set on Nov 22, 2026');
  });
});
