import { describe, expect, it } from 'vitest';
import { addressOf, NUMBERS } from './numbers';
import { nextStep, STEP_ADDRESSES } from './steps';

describe('nextStep', () => {
  it('is the first that is not done, and none when all are', () => {
    expect(
      nextStep([
        { key: 'company', done: true },
        { key: 'mail', done: false },
        { key: 'portal', done: false },
      ]),
    ).toBe('mail');
    expect(nextStep([{ key: 'company', done: true }])).toBeUndefined();
    expect(
      nextStep([
        { key: 'access', done: true },
        { key: 'device', done: true },
        { key: 'label', done: false },
      ]),
    ).toBe('label');
  });
});

describe('the ways from Home', () => {
  it('lead from each number to the list of what was counted, by its filter', () => {
    expect(NUMBERS.map(({ to }) => to)).toEqual([
      '/reports/access?state=cannot&reason=open',
      '/reports/access?state=waiting',
      '/contacts?access=locked',
      '/outbox?state=failed,refused,bounced',
      '/reports/access?resetFault=no_address,email_differs,not_allowed,bounced',
      '/cases?status=open',
    ]);
  });

  it('lead to where an entry or a step is dealt with', () => {
    expect(addressOf({ kind: 'unassigned_case', id: '7' })).toBe('/cases/7');
    expect(addressOf({ kind: 'failed_message', id: '8' })).toBe('/outbox?open=8');
    expect(addressOf({ kind: 'access_request', id: '9' })).toBe('/access-requests');
    expect(STEP_ADDRESSES.mail).toBe('/settings/mail');
    expect(STEP_ADDRESSES.label).toBe('/labels?list=without');
  });
});
