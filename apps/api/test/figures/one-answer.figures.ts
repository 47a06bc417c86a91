import { appendFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import { type Class, codeClasses, passwordClasses, pinClasses } from '../classes.js';
import type { Client } from '../client.js';
import { signIn } from '../logins.js';
import { signedInStaff } from '../staff.js';
import { likelihood, middle } from './two-samples.js';

/**
 * How long each door takes to refuse each class of people, 200 tries of each, taken in turn (AUT-4, G5). Figures for
 * people, not a test: no machine that does other work beside can prove ten milliseconds. `pnpm --filter @latchkey/api run figures`
 */
const test = useApp({
  SIGN_IN_FAILURES_PER_ADDRESS: '1000000',
  BCRYPT_COST: '10',
  REFUSAL_MILLISECONDS: process.env.REFUSAL_MILLISECONDS ?? '20',
});
const SAMPLES = 200;
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

type Door = (one: Class) => Promise<number>;

async function measure(title: string, classes: Class[], door: Door): Promise<void> {
  const times = new Map(classes.map(({ name }) => [name, [] as number[]]));
  for (let sample = -5; sample < SAMPLES; sample += 1) {
    await rows(test.db, `DELETE FROM attempt_budgets`);
    await rows(test.db, `DELETE FROM network_tries`);
    const from = (sample + 5) % classes.length;
    for (const one of [...classes.slice(from), ...classes.slice(0, from)]) {
      const began = performance.now();
      const status = await door(one);
      const took = performance.now() - began;
      expect([401, 202, 410]).toContain(status);
      // The first five warm up.
      if (sample >= 0) times.get(one.name)?.push(took);
    }
  }
  report(title, times);
}

function report(title: string, times: Map<string, number[]>): void {
  const [first = []] = times.values();
  const lines = [...times].map(
    ([name, values]) =>
      `| ${title} | ${name} | ${middle(values).toFixed(2)} | ${(middle(values) - middle(first)).toFixed(2)} | ${likelihood(first, values).toFixed(3)} |`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  if (process.env.FIGURES) appendFileSync(process.env.FIGURES, `${lines.join('\n')}\n`);
}

describe('figures: door, class, median ms, ms apart from unknown, KS p (AUT-4)', () => {
  it('sign-in with a password', async () => {
    await measure('password', await passwordClasses(test, staff), async ({ identifier, secret }) => {
      return (await signIn(test, identifier, secret)).answer.status;
    });
  }, 900_000);

  it('sign-in with a PIN', async () => {
    await measure('PIN', await pinClasses(test, staff), async ({ identifier, secret }) => {
      return (await signIn(test, identifier, secret)).answer.status;
    });
  }, 900_000);

  it('the code of an invitation', async () => {
    await measure('code', await codeClasses(test, staff), async ({ identifier, secret: code }) => {
      return (await test.client().post('/portal/activation/code', { identifier, code })).status;
    });
  }, 900_000);

  it('forgotten password', async () => {
    await measure('forgotten', await passwordClasses(test, staff), async ({ identifier }) => {
      return (await test.client().post('/portal/password-reset', { email: identifier })).status;
    });
  }, 900_000);
});
