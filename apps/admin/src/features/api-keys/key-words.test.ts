import { describe, expect, it } from 'vitest';
import { atFields, curlLine, groupScopes, keyState, parseAddresses } from './key-words';

describe('groupScopes', () => {
  it('gathers what belongs together, in the order of the API', () => {
    expect(groupScopes(['customer:read', 'contact:read', 'lock:lift', 'case:read', 'export:run'])).toEqual([
      { id: 'people', scopes: ['customer:read', 'contact:read'] },
      { id: 'access', scopes: ['lock:lift'] },
      { id: 'cases', scopes: ['case:read'] },
      { id: 'data', scopes: ['export:run'] },
    ]);
  });
});

describe('curlLine', () => {
  it('reads a list that the key may read', () => {
    expect(curlLine('https://lk.example', 'lk_1', ['case:write', 'case:read'])).toBe(
      "curl -H 'Authorization: Bearer lk_1' 'https://lk.example/api/v1/cases?limit=5'",
    );
  });

  it('is left out when nothing can be read', () => {
    expect(curlLine('https://lk.example', 'lk_1', ['import:run'])).toBeUndefined();
  });
});

describe('parseAddresses', () => {
  it('takes lines, commas and spaces', () => {
    expect(parseAddresses(' 192.0.2.1, 198.51.100.0/24\n2001:db8::/32 ')).toEqual([
      '192.0.2.1',
      '198.51.100.0/24',
      '2001:db8::/32',
    ]);
    expect(parseAddresses('  ')).toEqual([]);
  });
});

describe('keyState', () => {
  const now = Date.parse('2026-05-03T00:00:00Z');
  it.each([
    ['active', '2026-08-01T00:00:00Z', 'active'],
    ['active', '2026-05-10T00:00:00Z', 'soon'],
    ['expired', '2026-05-01T00:00:00Z', 'expired'],
    ['revoked', '2026-08-01T00:00:00Z', 'revoked'],
  ] as const)('calls %s until %s %s', (state, expiresAt, word) => {
    expect(keyState({ state, expiresAt }, now).word).toBe(word);
  });
});

describe('atFields', () => {
  it('puts the errors of single addresses at the one field that holds them', () => {
    const errors = [
      { pointer: '/allowedAddresses/0', code: 'invalid_union' },
      { pointer: '/allowedAddresses/2', code: 'invalid_union' },
      { pointer: '/name', code: 'too_small' },
    ];
    expect(atFields({ status: 422, errors })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/allowedAddresses' }, { pointer: '/name' }],
    });
  });
});
