import { describe, expect, it } from 'vitest';
import { pointerToPath, toProblem } from './problem';

describe('toProblem', () => {
  it('reads a problem+json body', () => {
    const body = {
      type: 'about:blank',
      status: 422,
      code: 'input.invalid',
      title: 'Invalid',
      instance: 'r-1',
      errors: [{ pointer: '/name', code: 'too_short' }],
    };
    expect(toProblem(body)).toMatchObject({
      code: 'input.invalid',
      status: 422,
      requestId: 'r-1',
      errors: [{ pointer: '/name', code: 'too_short' }],
    });
  });

  it('tells a lost connection from an answer', () => {
    expect(toProblem(new TypeError('Failed to fetch')).code).toBe('network.unreachable');
    expect(toProblem(new TypeError('NetworkError when attempting to fetch resource.')).code).toBe(
      'network.unreachable',
    );
  });

  it.each([undefined, null, 'boom', 7, new Error('boom'), {}, { errors: [1, { pointer: 3 }] }])(
    'survives %j',
    (error) => {
      expect(toProblem(error)).toMatchObject({ code: 'unknown', errors: [] });
    },
  );
});

describe('pointerToPath', () => {
  it.each([
    ['/phones/0/number', 'phones.0.number'],
    ['#/email', 'email'],
    ['/a~1b/c~0d', 'a/b.c~d'],
    ['', ''],
  ])('turns %j into %j', (pointer, path) => {
    expect(pointerToPath(pointer)).toBe(path);
  });
});
