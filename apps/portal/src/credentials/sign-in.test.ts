import { expect, it } from 'vitest';
import { afterRefusal } from './sign-in';

const AT = Date.parse('2026-05-01T10:00:00Z');
const problem = (code: string, facts: object = {}) => ({
  type: 'urn:x',
  title: 'x',
  status: 401,
  code,
  instance: 'r',
  ...facts,
});

it('says the same whatever did not fit (AUT-4, INV-4)', () => {
  expect(afterRefusal(problem('sign_in.failed', { waitSeconds: 0 }), AT)).toEqual({ status: 'refused' });
});

it.each(['sign_in.failed', 'sign_in.too_many'])('shows a clock when %s comes with a wait (C2, D6, AUT-1)', (code) => {
  expect(afterRefusal(problem(code, { waitSeconds: 60 }), AT)).toEqual({
    status: 'waiting',
    until: '2026-05-01T10:01:00.000Z',
  });
});

it('does not blame the person when the server is busy', () => {
  expect(afterRefusal(problem('sign_in.busy'), AT)).toMatchObject({
    status: 'failed',
    failure: { code: 'sign_in.busy' },
  });
});
