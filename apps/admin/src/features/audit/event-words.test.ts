import { describe, expect, it } from 'vitest';
import { changesOf, factsOf, inWords } from './event-words';

describe('a line of the audit in detail (A15)', () => {
  const detail = {
    name: 'Eva',
    fields: ['email'],
    changes: { email: { from: null, to: 'eva@x.example' } },
    status: { from: 'open', to: 'closed' },
    reason: null,
  };

  it('shows before and after, wherever it was recorded', () => {
    expect(changesOf(detail)).toEqual([
      { name: 'email', from: null, to: 'eva@x.example' },
      { name: 'status', from: 'open', to: 'closed' },
    ]);
  });

  it('lists the other facts once', () => {
    expect(factsOf(detail)).toEqual([['name', 'Eva']]);
  });

  it.each([
    [null, '–'],
    ['', '–'],
    [[], '–'],
    [false, 'false'],
    [['a', 'b'], 'a, b'],
    [[{ e164: '+4670', type: 'mobile' }], '+4670'],
    [{ a: 1 }, '{"a":1}'],
  ])('writes %j as %s', (value, words) => {
    expect(inWords(value)).toBe(words);
  });
});
