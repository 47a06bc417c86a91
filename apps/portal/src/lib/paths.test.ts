import { expect, it } from 'vitest';
import { nextPlace, paths, withNext } from './paths';

it('keeps the address somebody came for over the sign-in', () => {
  const address = withNext(paths.signIn, { pathname: '/cases/42', search: '?a=b&c' });
  expect(nextPlace(address.slice(address.indexOf('?')))).toBe('/cases/42?a=b&c');
});

it('says nothing about the start page', () => {
  expect(withNext(paths.signIn, { pathname: '/' })).toBe('/sign-in');
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/a\\b',
  'javascript:alert(1)',
  'cases',
  '',
  '/sign-in?next=/x',
])('goes to the start page instead of %s', (wish) => {
  expect(nextPlace(`?next=${encodeURIComponent(wish)}`)).toBe('/');
});
