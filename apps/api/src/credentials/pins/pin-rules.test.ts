import { describe, expect, it } from 'vitest';
import { generatePin, isPin, isWeakPin } from './pin-rules.js';

describe('PIN rules', () => {
  it.each([
    '0000',
    '1212',
    '123123',
    '1234',
    '6543',
    '8901',
    '1987',
    '2024',
    '2580',
    '112233',
    '111222',
    '19870512',
    '1379',
  ])('finds %s weak (D4)', (pin) => {
    expect(isWeakPin(pin)).toBe(true);
  });

  it.each(['4938', '7205', '493817', '830264', '90473165'])('takes %s', (pin) => {
    expect(isWeakPin(pin)).toBe(false);
  });

  it('takes four to eight ASCII digits as a PIN, leading zeros included (AUT-14)', () => {
    expect(['0042', '00428391'].every(isPin)).toBe(true);
    expect(['123', '123456789', '12a4', '１２３４', '٤٢٤٢', ' 1234'].some(isPin)).toBe(false);
  });

  it('generates PINs of the length asked for, none weak, none taken', () => {
    const pins = Array.from({ length: 300 }, () => generatePin(6, (pin) => pin.startsWith('7')));
    expect(pins.every((pin) => isPin(pin) && pin.length === 6 && !isWeakPin(pin) && !pin.startsWith('7'))).toBe(true);
    expect(new Set(pins).size).toBeGreaterThan(290);
  });
});
