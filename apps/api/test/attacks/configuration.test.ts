import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/config.js';
import { cloneDatabase, startApp, testConfig, useApp } from '../app.js';
import { aPerson, passwordOf, signIn } from '../logins.js';
import { signedInStaff } from '../staff.js';

const GOOD = {
  MODE: 'production',
  DATABASE_URL: 'postgres://latchkey:qV8-long-and-random@db/latchkey',
  APP_SECRET: 'Zk3vX9qLw7Tn5Rb1Yc8Md4Hf6Jg2Ps0A',
  PORTAL_ORIGIN: 'https://portal.example',
  ADMIN_ORIGIN: 'https://admin.example',
};

const problemsOf = (change: Record<string, string>): string => {
  try {
    readConfig({ ...GOOD, ...change });
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
};

describe('production', () => {
  it('starts with what is right', () => {
    expect(problemsOf({})).toBe('');
    expect(problemsOf({ TRUSTED_PROXIES: '10.0.0.0/24, ::1, 192.0.2.7' })).toBe('');
  });

  it.each([
    ['APP_SECRET', { APP_SECRET: 'short' }],
    ['APP_SECRET', { APP_SECRET: 'abababababababababababababababababab' }],
    ['APP_SECRET', { APP_SECRET: '' }],
    ['PORTAL_ORIGIN', { PORTAL_ORIGIN: 'http://portal.example' }],
    ['PORTAL_ORIGIN', { PORTAL_ORIGIN: '' }],
    ['ADMIN_ORIGIN', { ADMIN_ORIGIN: 'http://admin.example' }],
    ['BCRYPT_COST', { BCRYPT_COST: '4' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://postgres:postgres@db/latchkey' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://shop:shop@db/latchkey' }],
    ['MODE', { MODE: 'Production' }],
  ])('refuses a weak %s (CFG-1) %j', (name, change) => {
    expect(problemsOf(change)).toContain(name);
  });

  it.each(['true', '1', '*', 'loopback', 'uniquelocal', '0.0.0.0/0', '::/0', 'proxy.example', '10.0.0.1,loopback'])(
    'believes no client address because of TRUSTED_PROXIES=%s (AUT-3)',
    (value) => {
      expect(problemsOf({ TRUSTED_PROXIES: value })).toContain('TRUSTED_PROXIES');
    },
  );
});

/** fetch does not let a host be named. */
const statusOf = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { host } }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
  });

describe('what only a demo shows', () => {
  const other = useApp();

  it('is nowhere in production (CFG-3, G13)', async () => {
    const database = await cloneDatabase();
    const secure = { ...testConfig(database.url), mode: 'production' as const };
    const production = await startApp(secure);
    try {
      const id = '01900000-0000-7000-8000-00000000dead';
      const host = new URL(secure.portalOrigin).host;
      expect(await statusOf(production.origin + '/health/live', host)).toBe(200);
      for (const path of ['/outbox', '/outbox?to=a', `/outbox/${id}`, `/outbox/${id}/html`])
        expect(await statusOf(production.origin + path, host), path).toBe(404);
      expect(await statusOf(production.origin + '/health/live', 'localhost:1')).toBe(421);
    } finally {
      await production.app.close();
      await database.drop();
    }
  });

  it('is nowhere in tests either', async () => {
    expect((await other.client().get('/outbox')).status).toBe(404);
  });
});

describe('the cookies of a portal on https', () => {
  const secure = useApp({ PORTAL_ORIGIN: 'https://portal.example', ADMIN_ORIGIN: 'https://admin.example' });

  it('belong to this host alone, go over https only, and no script reads them (SES-7)', async () => {
    const staff = (await signedInStaff(secure, 'owner')).client;
    const { id, email } = await aPerson(staff);
    const { answer } = await signIn(secure, email, await passwordOf(staff, id));
    const cookies = answer.headers.getSetCookie();
    expect(new Set(cookies.map((cookie) => cookie.split('=')[0]))).toEqual(
      new Set(['__Host-latchkey-contact', '__Host-latchkey-device']),
    );
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/;.*HttpOnly; Secure; SameSite=Lax/);
      expect(cookie).not.toMatch(/Domain/i);
    }
  });
});
