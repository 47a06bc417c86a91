import { describe, expect, it } from 'vitest';
import texts from '../../i18n/en/outbox.json';
import { EVENT_TONES, KINDS, STATES, toOutboxQuery } from './outbox-words';

describe('the outbox filter', () => {
  it('asks for all chosen states, one kind and one contact', () => {
    expect(
      toOutboxQuery({ state: ['failed', 'refused'], kind: ['case-replied'], contact: ['c1'] }, ' @nordic.se '),
    ).toEqual({
      state: ['refused', 'failed'],
      kind: 'case-replied',
      contactId: 'c1',
      q: '@nordic.se',
    });
  });

  it('leaves out a state that does not exist', () => {
    expect(toOutboxQuery({ state: ['lost'] }, '')).toEqual({});
  });
});

describe('words', () => {
  it('stand for every state, event and kind', () => {
    expect(Object.keys(texts.state).toSorted()).toEqual([...STATES].toSorted());
    expect(Object.keys(texts.event).toSorted()).toEqual(Object.keys(EVENT_TONES).toSorted());
    expect(Object.keys(texts.kind).toSorted()).toEqual([...KINDS].toSorted());
  });
});
