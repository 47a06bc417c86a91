import { describe, expect, it } from 'vitest';
import { formatPhone } from '@latchkey/api-client/phone';
import { formatNumber, relativeTime } from './format';

const NOW = Date.parse('2026-03-10T12:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-03-10T11:59:30Z', 'en', 'now'],
    ['2026-03-10T11:58:00Z', 'en', '2 minutes ago'],
    ['2026-03-09T12:00:00Z', 'en', 'yesterday'],
    ['2026-03-09T12:00:00Z', 'de', 'gestern'],
    ['2026-03-13T12:00:00Z', 'sv', 'om 3 dagar'],
    ['2025-01-01T00:00:00Z', 'en', 'last year'],
  ])('says %s in %s as "%s"', (at, language, words) => {
    expect(relativeTime(at, NOW, language)).toBe(words);
  });
});

describe('formatPhone', () => {
  it.each([
    ['+46701234567', '+46 70 123 45 67'],
    ['+493012345678', '+49 301 234 56 78'],
    ['+15551234567', '+1 555 123 45 67'],
    ['+358401234567', '+358 40 123 45 67'],
    ['reception', 'reception'],
    ['', ''],
  ])('groups %j as %j', (from, to) => {
    expect(formatPhone(from)).toBe(to);
  });

  it('keeps every digit in its order', () => {
    for (const number of ['+46701234567', '+4930123456789', '+35312345678', '+41441234567']) {
      expect(formatPhone(number).replaceAll(' ', '')).toBe(number);
    }
  });
});

describe('formatNumber', () => {
  it('groups by language', () => {
    expect(formatNumber(1234567, 'de')).toBe('1.234.567');
    expect(formatNumber(1234567, 'en')).toBe('1,234,567');
  });
});
