import { describe, expect, it } from 'vitest';
import { NAVIGATION, visibleNavigation } from './navigation';

const everywhere = new Set(NAVIGATION.map((item) => item.to.slice(1)));
const ids = (permissions: readonly string[], sections = everywhere) =>
  visibleNavigation((permission) => permission === undefined || permissions.includes(permission), sections).map(
    (item) => item.id,
  );

describe('navigation', () => {
  it('shows a person only what the server allows', () => {
    expect(ids(['customer:read', 'case:read'])).toEqual(['home', 'customers', 'cases', 'templates']);
  });

  it('leads nowhere that does not exist', () => {
    expect(ids(['customer:read', 'case:read'], new Set(['', 'cases']))).toEqual(['home', 'cases']);
  });

  it('has one key for each place', () => {
    expect(new Set(NAVIGATION.map((item) => item.key)).size).toBe(NAVIGATION.length);
  });
});
