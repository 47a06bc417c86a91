import bcrypt from 'bcrypt';
import { describe, expect, it } from 'vitest';
import { testConfig } from '../../test/app.js';
import { Keys } from '../config/keys.js';
import { assertStrong, generatePassword, STAFF_MINIMUM, weakness } from './password-rules.js';
import { PasswordsService } from './passwords.service.js';

const service = (env: Record<string, string> = {}) => {
  const config = testConfig('postgres://none', env);
  return new PasswordsService(new Keys(config), config);
};

describe('password hashes', () => {
  it('tells passwords apart after byte 72, by NUL, by case, and reads both Unicode forms alike (AUT-7)', async () => {
    const passwords = service();
    const long = 'x'.repeat(72);
    const hash = await passwords.hash(`${long}ä`);
    expect(await passwords.verify(`${long}a\u0308`, hash)).toEqual({ matches: true, needsRehash: false });
    for (const other of [long, `${long}b`, `${long}ä\0`, `${long}Ä`, `\0${long}ä`])
      expect((await passwords.verify(other, hash)).matches).toBe(false);
  });

  it('is useless without the key of the environment (D22)', async () => {
    const hash = await service().hash('correct horse battery');
    expect(
      (await service({ APP_SECRET: 'another-secret-0123456789-abcdefghijk' }).verify('correct horse battery', hash))
        .matches,
    ).toBe(false);
    expect(await bcrypt.compare('correct horse battery', hash)).toBe(false);
  });

  it('asks for a new hash when the cost has changed', async () => {
    const hash = await service({ BCRYPT_COST: '5' }).hash('correct horse battery');
    expect(await service().verify('correct horse battery', hash)).toEqual({ matches: true, needsRehash: true });
  });

  it('works as long for an unknown person as for a known one (AUT-4)', async () => {
    const passwords = service({ BCRYPT_COST: '10' });
    const hash = await passwords.hash('correct horse battery');
    const time = async (against: string | undefined) => {
      const start = performance.now();
      expect((await passwords.verify('wrong', against)).matches).toBe(false);
      return performance.now() - start;
    };
    // In turn, and the shortest of each: whatever else the machine does only makes a try longer.
    const times: [number, number][] = [];
    for (let round = 0; round < 6; round += 1) times.push([await time(undefined), await time(hash)]);
    const ratio = Math.min(...times.map(([unknown]) => unknown)) / Math.min(...times.map(([, known]) => known));
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it('lets two work and fifty wait, and refuses the rest with a time to come back (AUT-15)', async () => {
    const passwords = service();
    const answers = await Promise.allSettled(Array.from({ length: 80 }, () => passwords.verify('wrong', undefined)));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(28);
    expect(refused.every((answer) => answer.reason.code === 'sign_in.busy' && answer.reason.facts.retryAfter > 0)).toBe(
      true,
    );
    expect((await passwords.verify('wrong', undefined)).matches).toBe(false);
  });
});

describe('password rules (AUT-8)', () => {
  const rule = { minimum: STAFF_MINIMUM, own: ['Nordic Lifts', 'eva.lindqvist@svea.example', '+46 70 123 45 67'] };

  it.each([
    ['short but odd!', 'too_short'],
    ['ö'.repeat(257), 'too_long'],
    ['password1234567', 'common'],
    ['Passw0rd'.repeat(2), 'repeated'],
    ['my nordic lifts key ring', 'contains_own_data'],
    ['EVA.LINDQVIST says hello', 'contains_own_data'],
    ['hello svea hello moon', 'contains_own_data'],
    ['dial 0701234567 quickly', 'contains_own_data'],
    ['latchkey is a nice thing', 'contains_own_data'],
    ['aaaaaaaaaaaaaaaaaa', 'repeated'],
    ['moonmoonmoonmoonmoon', 'repeated'],
    ['abcdefghijklmnopq', 'sequence'],
    ['qwertyuiopasdfghjkl', 'sequence'],
    ['98765432109876543x', 'sequence'],
  ])('refuses %j as %s', (password, reason) => {
    expect(weakness(password, rule)).toBe(reason);
  });

  it.each([
    'correct horse battery staple',
    '🦊🐻 im Wald um vier Uhr',
    'пароль для лифта номер семь',
    '              x9 Q~',
    generatePassword(),
  ])('takes %j (AUT-7)', (password) => {
    expect(weakness(password, rule)).toBeUndefined();
  });

  it('counts characters, not bytes or UTF-16 units', () => {
    expect(weakness('🦊'.repeat(3) + 'abxqwz', { minimum: 10, own: [] })).toBe('too_short');
    expect(weakness('trustno1!!', { minimum: 10, own: [] })).toBe('common');
  });

  it('says the reason in machine words at the field', () => {
    expect(() => assertStrong('short', rule, '/newPassword')).toThrow(
      expect.objectContaining({
        code: 'password.weak',
        facts: expect.objectContaining({
          reason: 'too_short',
          errors: [expect.objectContaining({ pointer: '/newPassword' })],
        }),
      }),
    );
  });

  it('generates four readable groups, different each time', () => {
    const made = Array.from({ length: 500 }, generatePassword);
    expect(new Set(made).size).toBe(500);
    expect(made.every((password) => /^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/.test(password))).toBe(true);
  });
});
