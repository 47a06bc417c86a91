import type { LoginMatch } from '@latchkey/api-client';
import { describe, expect, it } from 'vitest';
import { loginHints, mayBeSomebodyElse } from './login-hints';

const match = (part: Partial<LoginMatch>): LoginMatch => ({
  identityId: 'eva',
  by: 'email',
  loginId: 'eva@nordic.example',
  name: 'Eva Lind',
  companies: [{ customerId: 'nordic', contactId: 'eva-at-nordic', name: 'Nordic AB' }],
  asksFirst: false,
  effect: 'links',
  ...part,
});
const context = { linkByPhone: true };
const texts = (matches: LoginMatch[], linksTo: string | null, at = context) =>
  loginHints({ matches, linksTo, twins: [] }, at).map((hint) => hint.text);

describe('the hint below e-mail and phones', () => {
  it('says that a login exists and will be linked (S3.5)', () => {
    expect(texts([match({})], 'eva')).toEqual(['links']);
  });

  it('says that somebody who signs in is asked first (D8)', () => {
    expect(texts([match({ asksFirst: true }), match({ asksFirst: true, by: 'phone' })], 'eva')).toEqual(['asks']);
  });

  it('names one person once, found by e-mail and by phone', () => {
    expect(texts([match({}), match({ by: 'phone', loginId: '+46701234567' })], 'eva')).toEqual(['links']);
  });

  it('says nothing about the own login', () => {
    expect(texts([match({ effect: 'linked' })], 'eva')).toEqual([]);
  });

  it('leaves who is at this customer already to the warning about twins (S0.12)', () => {
    expect(texts([match({ effect: 'same_customer' })], null)).toEqual([]);
  });

  it('tells a shared phone from a shared person', () => {
    const byPhone = match({ by: 'phone', loginId: '+46701234567' });
    expect(texts([byPhone], 'eva')).toEqual(['linksPhone']);
    expect(texts([byPhone], 'eva', { ...context, linkByPhone: false })).toEqual(['apart']);
    expect(texts([{ ...byPhone, effect: 'other_email' }], null)).toEqual(['otherEmail']);
    expect(mayBeSomebodyElse({ matches: [byPhone], linksTo: 'eva', twins: [] })).toBe(true);
    expect(mayBeSomebodyElse({ matches: [match({}), byPhone], linksTo: 'eva', twins: [] })).toBe(false);
  });
});
