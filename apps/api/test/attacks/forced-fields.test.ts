import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '../../src/contacts/contact.entity.js';
import { useApp } from '../app.js';
import type { Client } from '../client.js';
import { aPerson, passwordOf, signIn } from '../logins.js';
import { credentialsFingerprint } from '../people.js';
import { signedInStaff } from '../staff.js';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

describe('fields that nobody asked for', () => {
  it('never say that an address or a number is proven, whoever sends them (REC-17)', async () => {
    const { id, email, phone } = await aPerson(staff);
    const { client } = await signIn(test, email, await passwordOf(staff, id));
    const { version } = (await staff.get(`/contacts/${id}`)).body;
    const before = await credentialsFingerprint(test);
    const asStaff = [
      { emailVerified: true },
      { isVerified: true },
      { phones: [{ number: phone, type: 'mobile', verified: true }] },
      { identityId: id },
    ];
    for (const body of asStaff)
      expect((await staff.patch(`/contacts/${id}`, body, { 'if-match': `"${version}"` })).status).toBe(422);
    for (const body of [{ email: 'mine@else.example' }, { emailVerified: true }, { phones: [phone] }])
      expect((await client.patch('/portal/profile', body)).status).toBe(422);
    expect(await credentialsFingerprint(test)).toBe(before);
  });
});

describe('a look-up without a value', () => {
  it('finds nobody: it throws, and the product asks no repository (AUT-11)', async () => {
    const contacts = test.db.getRepository(Contact);
    for (const id of [undefined, null] as unknown as string[])
      await expect(contacts.findOneBy({ id })).rejects.toThrow(/undefined|null/i);
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
    );
    const asking = files.filter((file) =>
      /\.(findOne|findOneBy|findBy|findOneOrFail|findOneByOrFail|getRepository)\(/.test(
        readFileSync(join(SOURCES, file), 'utf8'),
      ),
    );
    expect(asking).toEqual([]);
  });
});
