import { describe, expect, it } from 'vitest';
import texts from '../../i18n/en/outbox.json';
import { EVENT_TONES, KINDS, REASONS, STATES, toOutboxQuery } from './outbox-words';

describe('the outbox filter', () => {
  const now = Date.parse('2027-03-31T13:00:00Z');

  it('asks for all chosen states, one reason, one kind, one contact and so many days', () => {
    const chosen = { state: ['failed', 'refused'], reason: ['blocked'], kind: ['case-replied'], contact: ['c1'] };
    expect(toOutboxQuery({ ...chosen, period: ['7'] }, ' @nordic.se ', now)).toEqual({
      state: ['refused', 'failed'],
      reason: 'blocked',
      from: '2027-03-24T00:00:00.000Z',
      kind: 'case-replied',
      contactId: 'c1',
      q: '@nordic.se',
    });
  });

  it('leaves out a state and a reason that do not exist', () => {
    expect(toOutboxQuery({ state: ['lost'], reason: ['lost'] }, '', now)).toEqual({});
  });
});

describe('words', () => {
  it('stand for every state, reason, event and kind', () => {
    expect(Object.keys(texts.state).toSorted()).toEqual([...STATES].toSorted());
    expect(Object.keys(texts.event).toSorted()).toEqual(Object.keys(EVENT_TONES).toSorted());
    expect(Object.keys(texts.reason).toSorted()).toEqual([...REASONS].toSorted());
    expect(Object.keys(texts.kind).toSorted()).toEqual([...KINDS].toSorted());
  });
});
