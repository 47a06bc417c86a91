import { describe, expect, it } from 'vitest';
import { useApp } from './app.js';

describe('what the router itself refuses', () => {
  const test = useApp();

  it.each([
    [`/api/v1/customers/${'x'.repeat(300)}`, 413, 'request.too_large'],
    ['/api/v1/customers/%zz', 400, 'request.malformed'],
    ['/api/v1/%', 400, 'request.malformed'],
  ])('is a problem with every header of the others: %s (CFG-2, D21)', async (path, status, code) => {
    const answer = await fetch(test.origin + path);
    expect([
      answer.status,
      answer.headers.get('content-type'),
      ((await answer.json()) as { code: string }).code,
    ]).toEqual([status, 'application/problem+json; charset=utf-8', code]);
    expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'`);
  });
});
