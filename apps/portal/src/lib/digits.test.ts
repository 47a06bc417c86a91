import { expect, it } from 'vitest';
import { pinDigits, toAsciiDigits } from './digits';

it('takes a pasted PIN with spaces and keeps leading zeros (AUT-14)', () => {
  expect(pinDigits(' 00 41-7 ', 8)).toBe('00417');
});

it('turns digits of other keyboards into 0 to 9 (AUT-14)', () => {
  expect(toAsciiDigits('٤٧٢١ ۴۷ ４７')).toBe('4721 47 47');
});

it('cuts after the longest PIN', () => {
  expect(pinDigits('123456789012', 8)).toBe('12345678');
});
