import { expect, it } from 'vitest';
import { matchRoute } from './route-match';

it.each([
  ['/', '/', {}],
  ['/settings', '/settings/', {}],
  ['/cases/:caseId', '/cases/a%20b', { caseId: 'a b' }],
  ['/cases/new', '/cases/new', {}],
])('finds %s in %s', (pattern, pathname, params) => {
  expect(matchRoute(pattern, pathname)).toEqual(params);
});

it.each([
  ['/', '/settings'],
  ['/cases/:caseId', '/cases'],
  ['/cases/:caseId', '/cases/a/b'],
  ['/cases/:caseId', '/cases/%'],
  ['/settings', '/Settings'],
])('does not find %s in %s', (pattern, pathname) => {
  expect(matchRoute(pattern, pathname)).toBeNull();
});
