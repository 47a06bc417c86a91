import { describe, expect, it } from 'vitest';
import { isComplete, toNewPin, type PinValues } from './pin-values';

const VALUES: PinValues = { kind: 'generated', length: '6', pin: '', graceDays: '', notifyContactIds: ['c1'] };

describe('a new PIN of a portal (A14)', () => {
  it('is generated at the chosen length, with the company’s grace unless another is chosen', () => {
    expect(toNewPin(VALUES, false)).toEqual({ length: 6, notifyContactIds: ['c1'] });
    expect(toNewPin({ ...VALUES, graceDays: '0' }, false)).toEqual({
      length: 6,
      graceDays: 0,
      notifyContactIds: ['c1'],
    });
  });

  it('replaces nothing when it is the first: no grace, nobody to tell', () => {
    expect(toNewPin({ ...VALUES, kind: 'own', pin: '7206', graceDays: '7' }, true)).toEqual({
      pin: '7206',
      notifyContactIds: [],
    });
  });

  it.each([
    ['7206', true],
    ['72061839', true],
    ['720', false],
    ['720618391', false],
    ['72a6', false],
  ])('chosen as %s, can be sent: %s (S1.3)', (pin, expected) => {
    expect(isComplete({ ...VALUES, kind: 'own', pin })).toBe(expected);
  });
});
