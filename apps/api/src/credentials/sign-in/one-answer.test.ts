import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import type { Answer } from '../../../test/answer.js';
import { type Class, codeClasses, passwordClasses, pinClasses } from '../../../test/classes.js';
import { signIn } from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

type Door = (one: Class) => Promise<Answer>;
const signsIn: Door = async ({ identifier, secret }) => (await signIn(test, identifier, secret)).answer;
const entersCode: Door = ({ identifier, secret: code }) =>
  test.client().post('/portal/activation/code', { identifier, code });

/** Everything of an answer that could tell classes apart: the request's own id and the clock may differ, and a second may tick. */
async function seen(door: Door, one: Class): Promise<string> {
  const answer = await door(one);
  const headers = [...answer.headers].filter(([name]) => !['date', 'x-request-id', 'content-length'].includes(name));
  return JSON.stringify([answer.status, headers, { ...answer.body, instance: '' }]).replace(
    /"waitSeconds":(\d+)/,
    (_, seconds: string) => `"waitSeconds":${Math.ceil(Number(seconds) / 30)}`,
  );
}

describe('one answer to everything that does not work', () => {
  it.each([
    ['a password', passwordClasses, signsIn],
    ['a PIN', pinClasses, signsIn],
    ['the code of an invitation', codeClasses, entersCode],
  ] as const)(
    'is the same byte for byte in all classes with %s, before, at and during the wait (AUT-4, INV-4, S3.8)',
    async (_, classes, door) => {
      const people = await classes(test, staff);
      for (let round = 1; round <= 7; round += 1) {
        const answers = new Map<string, string[]>();
        for (const one of people) {
          const text = await seen(door, one);
          answers.set(text, [...(answers.get(text) ?? []), one.name]);
        }
        expect([...answers.values()], `round ${round}`).toEqual([people.map(({ name }) => name)]);
      }
    },
  );
});
