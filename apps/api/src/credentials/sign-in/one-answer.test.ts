import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import type { Answer } from '../../../test/answer.js';
import { type Class, codeClasses, passwordClasses, pinClasses } from '../../../test/classes.js';
import { aPhone, signInWith } from '../../../test/logins.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
const people = new Map<string, Class[]>();

/** A browser behind our proxy, which names the address that it sees. */
function from(address: string): Client {
  const client = test.client();
  client.headers['x-forwarded-for'] = address;
  return client;
}

type Door = (client: Client, one: Class) => Promise<Answer>;
const signsIn: Door = (client, { identifier, secret }) => signInWith(client, identifier, secret);
const entersCode: Door = (client, { identifier, secret: code }) =>
  client.post('/portal/activation/code', { identifier, code });
const asks: Door = (client, { identifier: email }) => client.post('/portal/password-reset', { email });

beforeAll(async () => {
  const staff = (await signedInStaff(test, 'owner')).client;
  people.set('a password', await passwordClasses(test, staff));
  people.set('a PIN', await pinClasses(test, staff));
  people.set('the code of an invitation', await codeClasses(test, staff));
}, 60_000);

/** Everything of an answer that could tell classes apart: the request's own id, its own numbers and the clock may differ, and a second may tick. */
function seen({ status, headers, body }: Answer): string {
  const told = [...headers].filter(([name]) => !['date', 'x-request-id', 'content-length'].includes(name));
  return JSON.stringify([status, told, { ...body, instance: '' }])
    .replace(/"waitSeconds":(\d+)/, (_, seconds: string) => `"waitSeconds":${Math.ceil(Number(seconds) / 30)}`)
    .replace(/"(nonce|salt|signature)":"[0-9a-f]+"/g, (text, name: string) => `"${name}":${text.length}`)
    .replace(/"expiresAt":\d+/, '"expiresAt":0');
}

/** The classes by what they are answered: one group when nobody can be told apart. */
async function groups(classes: readonly Class[], door: Door, address: string): Promise<string[][]> {
  const answers = new Map<string, string[]>();
  for (const one of classes) {
    const text = seen(await door(from(address), one));
    answers.set(text, [...(answers.get(text) ?? []), one.name]);
  }
  return [...answers.values()];
}

describe('one answer to everything that does not work', () => {
  it.each([
    ['a password', '192.0.2.1', signsIn],
    ['a PIN', '192.0.2.2', signsIn],
    ['the code of an invitation', '192.0.2.3', entersCode],
  ] as const)(
    'is the same byte for byte in all classes with %s, before, at and during the wait (AUT-4, INV-4, S3.8)',
    async (kind, address, door) => {
      const classes = people.get(kind) ?? [];
      for (let round = 1; round <= 7; round += 1)
        expect(await groups(classes, door, address), `round ${round}`).toEqual([classes.map(({ name }) => name)]);
    },
  );

  it('is the same challenge for all classes at every door, once thirty people were meant from one address (AUT-4, D6)', async () => {
    const address = '192.0.2.4';
    for (let n = 0; n < 30; n += 1) expect((await signInWith(from(address), aPhone(), '493817')).status).toBe(401);
    const doors = { 'a password': [signsIn, asks], 'a PIN': [signsIn], 'the code of an invitation': [entersCode] };
    for (const [kind, each] of Object.entries(doors)) {
      const classes = people.get(kind) ?? [];
      for (const door of each) {
        expect(await groups(classes, door, address)).toEqual([classes.map(({ name }) => name)]);
        const answer = await door(from(address), classes[0] as Class);
        expect(answer).toMatchObject({ status: 403, body: { code: 'sign_in.challenge_required' } });
      }
    }
  });
});
