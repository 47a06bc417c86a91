import { describe, expect, it } from 'vitest';
import texts from '../../i18n/en/resets.json';
import { OUTCOMES, RESET_TONES, mendedBy, toResetQuery, type ResetState } from './reset-words';

const STATES = Object.keys(RESET_TONES) as ResetState[];

describe('what became of a request for a new password (S2.22)', () => {
  it('has a word and a reason for every state', () => {
    expect(Object.keys(texts.state).toSorted()).toEqual(STATES.toSorted());
    expect(Object.keys(texts.why).toSorted()).toEqual(STATES.toSorted());
  });

  it('is red exactly where somebody can mend it, by an act of the contact or in the settings (S2.23)', () => {
    const red = STATES.filter((state) => RESET_TONES[state] === 'bad');
    const mendable = STATES.filter((state) => mendedBy(state).length > 0 || state === 'switched_off');
    expect(red.toSorted()).toEqual(mendable.toSorted());
  });

  it('sets a password where the message did not arrive, and sends credentials where there never was one', () => {
    expect(mendedBy('undelivered')[0]).toBe('password');
    expect(mendedBy('never_invited')[0]).toBe('send');
    expect(mendedBy('no_password')[0]).toBe('send');
  });
});

describe('the filter of the log', () => {
  it('asks for known outcomes and one contact', () => {
    expect(toResetQuery({ outcome: ['unknown', 'lost', 'sent'], contact: ['c1'] })).toEqual({
      outcome: ['sent', 'unknown'],
      contactId: 'c1',
    });
    expect(toResetQuery({})).toEqual({});
    expect(new Set(OUTCOMES).size).toBe(OUTCOMES.length);
  });
});
