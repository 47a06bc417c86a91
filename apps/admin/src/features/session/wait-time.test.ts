import { describe, expect, it } from 'vitest';
import { clock, waitOf } from './wait-time';

describe('the wait after wrong passwords (AUT-1)', () => {
  it('is read from the problem, and is nothing when it says nothing', () => {
    expect(waitOf({ status: 401, code: 'sign_in.failed', waitSeconds: 29.2 })).toBe(30);
    expect([waitOf({ status: 401, waitSeconds: 0 }), waitOf({ status: 401 }), waitOf(null)]).toEqual([0, 0, 0]);
  });

  it.each([
    [9, '0:09'],
    [75, '1:15'],
    [3675, '1:01:15'],
  ])('shows %i seconds as %s', (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });
});
