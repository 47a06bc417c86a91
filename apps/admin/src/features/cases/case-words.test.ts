import { describe, expect, it } from 'vitest';
import { firstNameOf, movesOf, receiverOf, toCaseQuery } from './case-words';

describe('the inbox filter', () => {
  it('asks for several statuses and one person at once', () => {
    expect(toCaseQuery({ status: ['waiting', 'open'], assignee: ['me'] }, ' leak ')).toEqual({
      status: ['open', 'waiting'],
      assigneeId: 'me',
      q: 'leak',
    });
  });

  it('asks for a device, a deployment and one way of coming (S1.18)', () => {
    expect(toCaseQuery({ device: ['d'], deployment: ['s'], source: ['label', 'api'] }, '')).toEqual({
      deviceId: 'd',
      deploymentId: 's',
      source: 'label',
    });
    expect(toCaseQuery({ source: ['pigeon'] }, '')).toEqual({});
  });

  it('leaves out what somebody mistyped in the address', () => {
    expect(toCaseQuery({ status: ['bogus'], unread: ['maybe'] }, '  ')).toEqual({});
  });
});

describe('a case', () => {
  it('offers the likeliest step first, and only allowed ones', () => {
    expect(movesOf(['reply', 'note', 'change', 'wait', 'solve', 'close'])).toEqual(['solve', 'wait', 'close']);
    expect(movesOf(['note', 'change', 'reopen'])).toEqual(['reopen']);
    expect(movesOf(['reply', 'note'])).toEqual([]);
  });

  it('is answered to its contact, else to whoever reported it', () => {
    expect(receiverOf({ contact: { id: '1', name: 'Eva Lind' }, reporterName: 'E.' })).toBe('Eva Lind');
    expect(receiverOf({ contact: null, reporterName: 'Sven' })).toBe('Sven');
    expect(receiverOf({ contact: null, reporterName: null })).toBeNull();
    expect(firstNameOf(' Eva Lind')).toBe('Eva');
  });
});
