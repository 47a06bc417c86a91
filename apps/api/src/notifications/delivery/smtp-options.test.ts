import { describe, expect, it } from 'vitest';
import { testConfig } from '../../../test/app.js';
import type { Config } from '../../config/config.js';
import { DEFAULT_SETTINGS } from '../../settings/settings.dto.js';
import { smtpOptions } from './smtp-options.js';
import { backOffSeconds, outcomeOf } from './smtp-outcome.js';

const config = (mode: Config['mode'], smtpUrl?: string): Config => ({
  ...testConfig('postgres://none'),
  mode,
  smtpUrl,
});
const mail = (secure: 'none' | 'starttls' | 'tls', host = 'mail.nordic.example') => ({
  ...DEFAULT_SETTINGS.mail,
  host,
  secure,
  port: 25,
  user: 'nordic',
});

describe('the way to the mail server', () => {
  it('is encrypted and verified in production whatever was chosen, loopback apart (MSG-9)', () => {
    const of = (secure: 'none' | 'starttls' | 'tls', host?: string) =>
      smtpOptions(mail(secure, host), 'pw', config('production'));
    expect(of('tls')).toMatchObject({ secure: true, tls: { rejectUnauthorized: true } });
    expect(of('starttls')).toMatchObject({ requireTLS: true, ignoreTLS: false, tls: { rejectUnauthorized: true } });
    expect(of('none')).toMatchObject({ requireTLS: true, ignoreTLS: false, tls: { rejectUnauthorized: true } });
    expect(of('none', '127.0.0.1')).toMatchObject({ requireTLS: false, ignoreTLS: true });
    expect(
      smtpOptions(DEFAULT_SETTINGS.mail, undefined, config('production', 'smtp://mail.nordic.example')),
    ).toMatchObject({ requireTLS: true });
  });

  it('takes the settings before SMTP_URL, and neither as no mail server (S2.17)', () => {
    const fallback = config('development', 'smtps://u%40x:p%2Fw@backup.example');
    expect(smtpOptions(mail('starttls'), 'pw', fallback)).toMatchObject({
      host: 'mail.nordic.example',
      auth: { user: 'nordic', pass: 'pw' },
    });
    expect(smtpOptions(DEFAULT_SETTINGS.mail, undefined, fallback)).toMatchObject({
      host: 'backup.example',
      port: 465,
      secure: true,
      auth: { user: 'u@x', pass: 'p/w' },
    });
    expect(smtpOptions(DEFAULT_SETTINGS.mail, undefined, config('production'))).toBeUndefined();
  });

  it('reads no files and fetches no addresses for a message (MSG-3)', () => {
    expect(smtpOptions(mail('tls'), 'pw', config('demo'))).toMatchObject({
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  });
});

describe('what came of a try', () => {
  it.each([
    [
      '550 at RCPT',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 no' },
      { event: 'refused', detail: '550 no' },
    ],
    [
      '554 at DATA',
      { code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 spam' },
      { event: 'refused', detail: '554 spam' },
    ],
    [
      '451 at RCPT',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 later' },
      { event: 'deferred', cause: 'message' },
    ],
    [
      '550 at MAIL FROM',
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, response: '550 sender' },
      { event: 'deferred', cause: 'server' },
    ],
    [
      'a wrong password',
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 bad' },
      { event: 'deferred', cause: 'server' },
    ],
    [
      'nobody listening',
      { code: 'ESOCKET', command: 'CONN', message: 'connect ECONNREFUSED' },
      { event: 'deferred', cause: 'server' },
    ],
    [
      '421 in the greeting',
      { code: 'EPROTOCOL', command: 'CONN', responseCode: 421, response: '421 busy' },
      { event: 'deferred', cause: 'server' },
    ],
    [
      'an address our library refuses',
      { code: 'EENVELOPE', command: 'API', message: 'No recipients defined' },
      { event: 'refused' },
    ],
  ])('after %s', (_name, error, expected) => {
    expect(outcomeOf(error)).toMatchObject(expected);
  });

  it('keeps words as one line of at most 500 characters', () => {
    const { detail } = outcomeOf({ command: 'DATA', responseCode: 550, response: `550-a\r\n550 ${'b'.repeat(900)}` });
    expect(detail).toMatch(/^550-a 550 b+$/);
    expect(detail).toHaveLength(500);
  });

  it('waits 5 s, 10 s, 20 s ... an hour, give or take a fifth; two minutes at most where the server is down (R5)', () => {
    const middle = (tries: number, cause: 'message' | 'server' = 'message') => backOffSeconds(tries, cause, 0.5);
    expect([1, 2, 3, 4, 11, 12, 400].map((tries) => middle(tries))).toEqual([5, 10, 20, 40, 3_600, 3_600, 3_600]);
    expect(middle(50, 'server')).toBe(120);
    expect([0, 1].map((random) => Math.round(backOffSeconds(1, 'message', random) * 10))).toEqual([40, 60]);
  });
});
