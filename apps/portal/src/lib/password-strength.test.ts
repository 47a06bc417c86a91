import { expect, it } from 'vitest';
import { isAcceptable, passwordVerdict } from './password-strength';

const rules = { minLength: 10, ownData: ['Eva Lind', 'eva.lind@nordic.se', '+46701234567'] };

it.each([
  ['', 'empty'],
  ['short', 'tooShort'],
  ['x'.repeat(257), 'tooLong'],
  ['eva.lind12', 'ownData'],
  ['aaaaaaaaaaaa', 'weak'],
  ['1234567890', 'weak'],
  ['correct horse battery staple', 'strong'],
  ['😀🐘🌍🚂🎈🍎⚽🎵🌲🔑', 'fair'],
])('says what %s is worth (AUT-7, AUT-8)', (password, verdict) => {
  expect(passwordVerdict(password, rules)).toBe(verdict);
});

it('lets the server decide about a weak one, but not about a short one', () => {
  expect(['weak', 'tooShort', 'ownData'].map((verdict) => isAcceptable(verdict as 'weak'))).toEqual([
    true,
    false,
    false,
  ]);
});
