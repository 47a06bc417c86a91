import { describe, expect, it } from 'vitest';
import { loginIdKind, looksComplete, secretFor } from './login-id';

describe('login id', () => {
  it.each([
    ['0701-23 45 67', 'phone'],
    ['+46 (0)70 123 45 67', 'phone'],
    ['٠٧٠١٢٣٤٥٦٧', 'phone'],
    ['eva@nordic.se', 'email'],
    ['eva', 'email'],
    ['  ', null],
    ['+', null],
  ])('sees that %s is %s (C2)', (typed, kind) => {
    expect(loginIdKind(typed)).toBe(kind);
  });

  it('waits for a whole number or address before it asks', () => {
    expect(['070', 'eva@', 'eva@nordic'].map(looksComplete)).toEqual([false, false, false]);
    expect(['070 12 34', 'eva@nordic.se'].map(looksComplete)).toEqual([true, true]);
  });

  it('asks for a PIN with a phone and for a password with an e-mail address', () => {
    expect([secretFor('phone'), secretFor('email')]).toEqual(['pin', 'password']);
  });
});
