import { describe, expect, it } from 'vitest';
import { statusOf } from './staff.api';
import { grantableRoles, statusWords } from './staff-words';

const NOW = Date.parse('2026-05-03T12:00:00Z');

describe('statusWords', () => {
  it.each([
    ['active', null, 'active'],
    ['inactive', null, 'inactive'],
    ['invited', '2026-05-04T12:00:00Z', 'invited'],
    ['invited', '2026-05-02T12:00:00Z', 'expired'],
    ['invited', null, 'expired'],
  ] as const)('calls %s with an invitation until %s %s', (status, invitationExpiresAt, word) => {
    expect(statusWords({ status, invitationExpiresAt }, NOW).word).toBe(word);
  });
});

describe('grantableRoles', () => {
  it('are the own role and those below (AZN-10)', () => {
    expect(grantableRoles('owner')).toEqual(['owner', 'admin', 'agent', 'viewer']);
    expect(grantableRoles('admin')).toEqual(['admin', 'agent', 'viewer']);
  });
});

describe('statusOf', () => {
  it('asks the API for one status; none and several mean all', () => {
    expect([statusOf(['invited']), statusOf([]), statusOf(['invited', 'active']), statusOf(['robot'])]).toEqual([
      'invited',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
