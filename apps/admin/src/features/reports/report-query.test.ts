import { describe, expect, it } from 'vitest';
import { readListParams } from '../../lib/list-params';
import { contactsOf, SPEC, toReportQuery } from './report-query';

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
    expect(read('state=maybe&reason=x&way=door&use=7')).toEqual({});
  });

  it('asks the same all day long for whoever was away', () => {
    expect(read('use=90')).toEqual({ lastUsedBefore: '2026-08-24T00:00:00.000Z' });
    expect(read('use=never')).toEqual({ neverUsed: 'true' });
  });

  it('leads to the same people in the list of contacts, where there is such a list', () => {
    expect(contactsOf({ reason: 'locked' })).toBe('/contacts?access=locked');
    expect(contactsOf({ state: 'waiting', customerId: 'u' })).toBe('/customers/u/contacts?access=invited');
    expect(contactsOf({ state: 'cannot' })).toBeUndefined();
    expect(contactsOf({ reason: 'contact_inactive' })).toBeUndefined();
  });
});
