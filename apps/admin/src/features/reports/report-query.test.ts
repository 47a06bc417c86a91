import { describe, expect, it } from 'vitest';
import { readListParams } from '../../lib/list-params';
import { canBeGiven, choiceOf, contactsOf, shownCount, SPEC, toReportQuery } from './report-query';

const NOW = Date.parse('2026-11-22T15:30:00Z');
const read = (address: string) => toReportQuery(readListParams(new URLSearchParams(address), SPEC), NOW);

describe('the address of the report', () => {
  it('says what the API is asked, and leaves out what it cannot mean', () => {
    expect(read('state=cannot&reason=locked&customerId=u')).toEqual({
      state: 'cannot',
      reason: 'locked',
      customerId: 'u',
    });
    expect(read('resetFault=bounced,not_allowed,x&way=pin')).toEqual({
      resetFault: ['not_allowed', 'bounced'],
      way: 'pin',
    });
    expect(read('state=cannot&reason=open')).toEqual({ state: 'cannot', open: 'true' });
    expect(choiceOf(read('state=cannot&reason=open'))).toEqual({ state: 'cannot', open: true });
    expect(read('state=maybe&reason=x&way=door&use=7')).toEqual({});
  });

  it('asks the same all day long for whoever was away', () => {
    expect(read('use=90')).toEqual({ lastUsedBefore: '2026-08-24T00:00:00.000Z' });
    expect(read('use=never')).toEqual({ neverUsed: 'true' });
  });

  it('offers access where it could do something, for the same people, and says how many where that is known (S0.13)', () => {
    expect(canBeGiven({})).toBe(true);
    expect(canBeGiven({ reason: 'invitation_expired' })).toBe(true);
    expect(canBeGiven({ way: 'link' })).toBe(true);
    for (const query of [{ state: 'can' }, { reason: 'locked' }, { way: 'pin' }, { neverUsed: 'true' }] as const)
      expect(canBeGiven(query), JSON.stringify(query)).toBe(false);
    expect(choiceOf({ reason: 'never_invited', neverUsed: 'true', resetFault: 'bounced' })).toEqual({
      reason: 'never_invited',
      neverUsed: true,
      resetFault: ['bounced'],
    });
    const counts = { waiting: { count: 812, more: false }, cannot: { count: 10_000, more: true }, byReason: [] };
    const more = { pages: [{ items: [1, 2], nextCursor: 'x' }] };
    const count = (list: typeof more | undefined, query: Parameters<typeof shownCount>[1]) =>
      shownCount(list, query, counts as unknown as Parameters<typeof shownCount>[2]);
    expect(count({ pages: [...more.pages, { items: [3], nextCursor: null as unknown as string }] }, {})).toBe(3);
    expect(count(more, { state: 'waiting', customerId: 'u' })).toBe(812);
    expect(count(more, { state: 'cannot' })).toBeUndefined();
    expect(count(more, { state: 'waiting', reason: 'locked' })).toBeUndefined();
    expect(count(undefined, {})).toBe(0);
  });

  it('leads to the same people in the list of contacts, where there is such a list', () => {
    expect(contactsOf({ reason: 'locked' })).toBe('/contacts?access=locked');
    expect(contactsOf({ reason: 'locked', customerId: 'u' })).toBe('/customers/u/contacts?access=locked');
    expect(contactsOf({ state: 'waiting' })).toBeUndefined();
    expect(contactsOf({ state: 'cannot' })).toBeUndefined();
    expect(contactsOf({ reason: 'contact_inactive' })).toBeUndefined();
  });
});
