import { describe, expect, it } from 'vitest';
import { base32, codeAt, keyUri, STEP_SECONDS, stepOf } from './totp.js';

const SECRET = Buffer.from('12345678901234567890');

describe('one-time codes', () => {
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('are those of RFC 6238, appendix B, at %s s', (seconds, code) => {
    expect(codeAt(SECRET, Math.floor(seconds / STEP_SECONDS), 8)).toBe(code);
  });

  it.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [9, '520489'],
  ])('are those of RFC 4226, appendix D, for counter %s', (counter, code) => {
    expect(codeAt(SECRET, counter)).toBe(code);
  });

  it('are taken one step early and one step late, and no further (AUT-12)', () => {
    const steps = [97, 98, 99, 100, 101, 102, 103];
    expect(steps.map((step) => stepOf(SECRET, codeAt(SECRET, step), 100))).toEqual([
      undefined,
      undefined,
      99,
      100,
      101,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('come with a key in the letters of RFC 4648: %s', (text, letters) => {
    expect(base32(Buffer.from(text))).toBe(letters);
  });

  it('come with an address that an authenticator app reads, whatever the company is called', () => {
    const uri = new URL(keyUri(SECRET, { company: 'Söder & Co: Lifts', email: 'eva+x@lifts.example' }));
    expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(uri.searchParams.get('issuer')).toBe('Söder & Co: Lifts');
    expect(decodeURIComponent(uri.pathname)).toContain('Söder & Co: Lifts:eva+x@lifts.example');
  });
});
