import { describe, expect, it } from 'vitest';
import { toFormIssues } from './form-problems';

const values = { name: '', phones: [{ number: '12' }] };
const refused = (...pointers: string[]) => ({
  status: 422,
  code: 'input.invalid',
  errors: pointers.map((pointer) => ({ pointer, code: 'invalid', detail: `bad ${pointer}` })),
});
const say = ({ detail }: { detail?: string }) => detail ?? '';

describe('toFormIssues', () => {
  it('puts an error at the field it belongs to, in lists too', () => {
    expect(toFormIssues(refused('/phones/0/number', '/name'), values, say)).toEqual([
      { path: 'phones.0.number', text: 'bad /phones/0/number' },
      { path: 'name', text: 'bad /name' },
    ]);
  });

  it('keeps an error the form has no field for, without a path', () => {
    expect(toFormIssues(refused('/phones/4/number', '/version', ''), values, say).map((issue) => issue.path)).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('finds nothing in a failure without field errors', () => {
    expect(toFormIssues({ status: 500 }, values, say)).toEqual([]);
  });
});
