import { expect, it } from 'vitest';
import { toFailure, waitSeconds } from './problem';

const problem = (facts: object) => ({
  type: 'urn:x',
  title: 'x',
  status: 401,
  code: 'sign_in.failed',
  instance: 'r-1',
  ...facts,
});

it('keeps the code of a refusal, and the request id of what broke', () => {
  expect(toFailure(problem({}))).toEqual({ code: 'sign_in.failed', requestId: undefined, waitUntil: undefined });
  expect(toFailure(problem({ status: 500, code: 'server.error' })).requestId).toBe('r-1');
});

it('says when the next try is looked at (AUT-1)', () => {
  const failure = toFailure(problem({ waitSeconds: 900 }), Date.parse('2026-05-01T10:00:00Z'));
  expect(failure.waitUntil).toBe('2026-05-01T10:15:00.000Z');
});

it.each([[{ waitSeconds: 0 }], [{ waitSeconds: -3 }], [{ waitSeconds: 'soon' }], [{ waitSeconds: Infinity }], [{}]])(
  'knows no wait in %j',
  (facts) => {
    expect(waitSeconds(problem({ ...facts })) === 0 && toFailure(problem(facts)).waitUntil === undefined).toBe(true);
  },
);

it('gives the reason why a password is weak (AUT-8)', () => {
  const errors = [{ pointer: '/password', code: 'password.common', detail: 'x' }];
  expect(toFailure(problem({ code: 'password.weak', status: 422, errors })).code).toBe('password.common');
});

it('tells a lost connection from an answer that makes no sense', () => {
  expect([toFailure(new TypeError('Failed to fetch')), toFailure('<html>'), toFailure(undefined)]).toEqual([
    { code: 'network' },
    { code: 'unknown' },
    { code: 'unknown' },
  ]);
});
