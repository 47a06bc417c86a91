import { describe, expect, it } from 'vitest';
import { linkEndOf } from './dead-link';

const problem = (facts: object) => ({ type: 'about:blank', title: '', status: 410, instance: 'r1', ...facts });

describe('the end of a link (S4.11)', () => {
  it.each(['used', 'revoked', 'expired'] as const)('is %s', (why) => {
    expect(linkEndOf(problem({ code: `link.${why}` }))).toEqual({ why });
  });

  it('says when the newer one was sent', () => {
    const sentAt = '2026-11-22T14:02:00.000Z';
    expect(linkEndOf(problem({ code: 'link.replaced', sentAt }))).toEqual({ why: 'replaced', sentAt });
  });

  it('is nothing for a link that never was, and for what is no answer', () => {
    expect(linkEndOf(problem({ code: 'link.invalid' }))).toBeUndefined();
    expect(linkEndOf(new TypeError('offline'))).toBeUndefined();
  });
});
