import { describe, expect, it } from 'vitest';
import { nextAddress, signInAddress } from './sign-in-address';

const roundTrip = (here: string) => nextAddress(signInAddress(here).replace(/^[^?]*/, ''));

describe('the way back after signing in', () => {
  it.each(['/', '/customers?q=%C3%85berg&access=invited,locked', '/cases/17#answers'])('leads to %s again', (here) => {
    expect(roundTrip(here)).toBe(here);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?next=%2F'])(
    'never leads to %s',
    (next) => {
      expect(nextAddress(`?next=${encodeURIComponent(next)}`)).toBe('/');
    },
  );
});
