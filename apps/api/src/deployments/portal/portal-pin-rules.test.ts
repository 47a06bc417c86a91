import { describe, expect, it } from 'vitest';
import { generatePortalPin, portalPinWeakness } from './portal-pin-rules.js';

const OWN = ['Hall 3', 'Hamngatan 12 B', '411 01', 'Göteborg', 'K-48213', '+46 31-760 52 94', null];

describe('PINs of deployments (D4.2, S1.15)', () => {
  it.each([
    ['0000', 'repeated'],
    ['1212', 'repeated'],
    ['1234', 'run'],
    ['8765', 'run'],
    ['112233', 'run'],
    ['1987', 'year'],
    ['2031', 'year'],
    ['19870512', 'year'],
    ['4441', 'few_digits'],
    ['2580', 'common'],
    ['147258', 'common'],
    ['0012', 'own_number'],
    ['1200', 'own_number'],
    ['4110', 'own_number'],
    ['1101', 'own_number'],
    ['41101', 'own_number'],
    ['8213', 'own_number'],
    ['5294', 'own_number'],
    ['605295', undefined],
    ['760529', 'own_number'],
    ['4938', undefined],
    ['0731', undefined],
    ['493817', undefined],
  ])('answers for %s: %s', (pin, reason) => {
    expect(portalPinWeakness(pin, OWN)).toBe(reason);
  });

  it('refuses at least the 500 PINs of four digits that people choose first, and leaves most', () => {
    const all = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0'));
    const refused = all.filter((pin) => portalPinWeakness(pin, []) !== undefined).length;
    expect(refused).toBeGreaterThan(450);
    expect(refused).toBeLessThan(700);
  });

  it('generates only what staff could choose, and not what is taken', () => {
    const pins = Array.from({ length: 500 }, () => generatePortalPin(4, OWN, (pin) => pin.startsWith('9')));
    expect(pins.every((pin) => /^[0-8]\d{3}$/.test(pin) && !portalPinWeakness(pin, OWN))).toBe(true);
    expect(new Set(pins).size).toBeGreaterThan(400);
  });
});
