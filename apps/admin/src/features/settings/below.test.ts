import { describe, expect, it } from 'vitest';
import { toFormIssues } from '../../lib/form-problems';
import { below } from './below';

const refused = {
  status: 422,
  code: 'request.invalid_body',
  errors: [
    { pointer: '/mail/host', code: 'too_big', detail: 'too long' },
    { pointer: '/locale/country', code: 'invalid', detail: 'no country' },
  ],
};

describe('errors of a part of the settings', () => {
  it('stand at the fields of that part, others without a field', () => {
    const issues = toFormIssues(below('/mail', refused), { host: '' }, ({ detail }) => detail ?? '');
    expect(issues).toEqual([
      { path: 'host', text: 'too long' },
      { path: '', text: 'no country' },
    ]);
  });

  it('keep the rest of the problem', () => {
    expect(below('/mail', refused)).toMatchObject({ status: 422, code: 'request.invalid_body' });
    expect(below('/mail', { status: 500 })).toEqual({ status: 500 });
  });
});
