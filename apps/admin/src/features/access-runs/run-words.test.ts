import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import texts from '../../i18n/en/access-runs.json';
import { choicesOf, countOf, durationText, minutesFor, rowQuery, verdictText, wordsOf } from './run-words';

const COUNTS = {
  pins: null,
  counts: [
    { state: 'waiting' as const, verdict: 'email' as const, count: 7 },
    { state: 'waiting' as const, verdict: 'pin' as const, count: 2 },
    { state: 'skipped' as const, verdict: 'no_email' as const, count: 1 },
    { state: 'skipped' as const, verdict: 'already_active' as const, count: 5 },
  ],
};

const english = async () => {
  const i18n = createInstance();
  await i18n.init({ lng: 'en', resources: { en: { 'access-runs': texts } } });
  return i18n.t;
};

describe('a run in words', () => {
  it('counts by state, and offers each state and each reason that there is', () => {
    expect(countOf(COUNTS, 'waiting', 'given')).toBe(9);
    expect(choicesOf(COUNTS)).toEqual([
      { id: 'waiting', count: 9 },
      { id: 'already_active', count: 5 },
      { id: 'no_email', count: 1 },
    ]);
    expect(rowQuery('waiting')).toEqual({ state: 'waiting' });
    expect(rowQuery('no_email')).toEqual({ state: 'skipped', verdict: 'no_email' });
    expect(rowQuery(undefined)).toEqual({});
  });

  it('offers what became of new PINs in place of that they were given', () => {
    const pins = { graceDays: 14, oldEndsAt: null, counts: [{ pin: 'unused' as const, count: 3 }] };
    const counts = [{ state: 'given' as const, verdict: 'email' as const, count: 3 }];
    expect(choicesOf({ counts, pins })).toEqual([{ id: 'unused', count: 3 }]);
    expect(rowQuery('unused')).toEqual({ pin: 'unused' });
  });

  it('says what differs where a run gives new PINs, and the same elsewhere', async () => {
    const t = await english();
    expect(wordsOf({ kind: 'pins' }, t)('ended.done')).toBe('New PINs were sent');
    expect(wordsOf({ kind: 'access' }, t)('ended.done')).toBe('Access was given');
    expect(wordsOf({ kind: 'pins' }, t)('ended.goOn')).toBe('Go on');
  });

  it.each([
    [1, 300, '1 minute'],
    [3_412, 300, '12 minutes'],
    [100_000, 300, '5 hours 34 minutes'],
    [36_000, 300, '2 hours'],
  ])('%d contacts at %d a minute take %s', async (count, pace, told) => {
    expect(durationText(minutesFor(count, pace), await english())).toBe(told);
  });

  it('has words for a reason, and names one that nobody foresaw', async () => {
    const t = await english();
    expect(verdictText('bounced_before', t)).toBe('Mail came back');
    expect(verdictText('a_new_reason' as 'error', t)).toContain('a_new_reason');
  });
});
