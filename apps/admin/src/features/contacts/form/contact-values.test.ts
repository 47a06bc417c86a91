import { describe, expect, it } from 'vitest';
import { NEW_CONTACT, toContactBody, toContactChange } from './contact-values';

describe('the contact form', () => {
  it('sends nothing for what was left empty, and phones as they were typed', () => {
    const phones = [
      { number: ' 0701-23 45 67 ', type: '', extension: '' } as const,
      { number: '', type: 'office', extension: '12' } as const,
    ];
    expect(toContactBody({ ...NEW_CONTACT, firstName: ' Eva ', phones })).toEqual({
      firstName: 'Eva',
      lastName: null,
      email: null,
      phones: [{ number: '0701-23 45 67' }],
      language: null,
      externalId: null,
      isPortalUser: true,
      mayResetPassword: true,
      resetMode: null,
      smsCarrierId: null,
    });
  });

  it('changes only what was changed here (S2.7)', () => {
    const start = { ...NEW_CONTACT, firstName: 'Eva', email: 'eva@nordic.example' };
    expect(toContactChange({ ...start, email: '' }, start)).toEqual({ email: null });
    expect(toContactChange({ ...start, mayResetPassword: false }, start)).toEqual({ mayResetPassword: false });
  });
});
