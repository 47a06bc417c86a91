import { describe, expect, it } from 'vitest';
import { toAuditFilters } from './audit-query';

describe('what the audit is asked', () => {
  it('covers whole days, the last one included', () => {
    const asked = toAuditFilters({ filters: { from: ['2026-03-28'], to: ['2026-03-28'] } });
    expect(asked).toEqual({
      from: new Date(2026, 2, 28).toISOString(),
      to: new Date(2026, 2, 29).toISOString(),
    });
  });

  it('hands on what was chosen, and leaves out what is no day', () => {
    const asked = toAuditFilters({ filters: { action: ['pin.issued'], actorId: [], from: ['yesterday'] } });
    expect(asked).toEqual({ action: 'pin.issued' });
  });
});
