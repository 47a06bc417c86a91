import { describe, expect, it } from 'vitest';
import texts from '../../i18n/en/resets.json';
import { RESET_STATES as STATES, RESET_TONES, mendedBy, toResetQuery } from './reset-words';

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
  it('asks for known states, one contact and so many days', () => {
    const now = Date.parse('2027-03-31T13:00:00Z');
    expect(toResetQuery({ state: ['unknown', 'lost', 'used'], contact: ['c1'], period: ['30', '4'] }, now)).toEqual({
      state: ['used', 'unknown'],
      contactId: 'c1',
      from: '2027-03-01T00:00:00.000Z',
    });
    expect(toResetQuery({ period: ['4'] }, now)).toEqual({});
  });
});
