import { describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { credentialsFingerprint, insertLogin } from '../../test/people.js';
import { newId } from '../db/id.js';
import { first, rows } from '../db/sql.js';
import { CustomerWrites } from '../customers/customer-writes.js';
import { readContact } from './contact-fields.js';
import { ContactHooks } from './contact-hooks.js';
import { ContactWrites } from './contact-writes.js';

const system = { kind: 'system', name: 'Import' } as const;
const writer = { actor: system, linkByPhone: true, facts: { importId: 'i-1' } };

describe('contacts written in batches', () => {
  const test = useApp();

  const fields = (at: number) =>
    readContact(
      {
        firstName: `Person ${at}`,
        email: `p${at}@batch.example`,
        phones: [{ number: `0046 70 ${String(1_000_000 + at)}` }],
      },
      'SE',
    ).fields;

  async function customer(): Promise<string> {
    const id = newId();
    await test.db.transaction((tx) =>
      test.app.get(CustomerWrites).create(tx, [{ id, fields: { name: 'Batch AB' } }], { actor: system }),
    );
    return id;
  }

  it('are created and changed 500 at once, with one call of the hooks each, and unchanged ones are left alone', async () => {
    const customerId = await customer();
    const contacts = Array.from({ length: 500 }, (_, at) => ({ id: newId(), customerId, fields: fields(at) }));
    const ids = contacts.map(({ id }) => id);
    const calls: string[][] = [];
    test.app.get(ContactHooks).register({ saved: async (_tx, contactIds) => void calls.push(contactIds) });
    const writes = test.app.get(ContactWrites);

    await test.db.transaction((tx) => writes.create(tx, contacts, writer));
    await test.db.transaction((tx) => writes.create(tx, contacts, writer));
    expect(calls.map((call) => call.length)).toEqual([500]);
    expect(
      await first(test.db, `SELECT count(*)::int AS count FROM contact_phones WHERE contact_id = ANY ($1::uuid[])`, [
        ids,
      ]),
    ).toEqual({ count: 500 });
    expect(
      await first(
        test.db,
        `SELECT count(*)::int AS count FROM audit_events WHERE action = 'contact.created' AND detail ->> 'importId' = 'i-1'`,
      ),
    ).toEqual({ count: 500 });

    const changes = contacts.map(({ id }, at) => ({ id, fields: at < 10 ? { lastName: 'Lind' } : fields(at) }));
    const changed = await test.db.transaction((tx) => writes.change(tx, changes, writer));
    expect(changed.toSorted()).toEqual(ids.slice(0, 10).toSorted());
    expect(calls.map((call) => call.length)).toEqual([500, 10]);
    expect(
      await rows(test.db, `SELECT DISTINCT version FROM contacts WHERE id = ANY ($1::uuid[]) ORDER BY 1`, [ids]),
    ).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('ask the login of their e-mail and change nothing of it (INV-1, S3.5, D8)', async () => {
    const login = await insertLogin(test, { email: 'p7@batch.example', secrets: ['password', 'pin'] });
    const before = await credentialsFingerprint(test);
    const customerId = await customer();
    const id = newId();
    await test.db.transaction((tx) =>
      test.app.get(ContactWrites).create(tx, [{ id, customerId, fields: fields(7) }], writer),
    );
    const sql = `SELECT identity_id AS login, asked_identity_id AS asked FROM contacts WHERE id = $1`;
    expect(await first(test.db, sql, [id])).toEqual({ login: null, asked: login });
    expect(await credentialsFingerprint(test)).toBe(before);
  });

  it('are written all or none', async () => {
    const customerId = await customer();
    const good = { id: newId(), customerId, fields: { ...fields(900), externalId: 'same' } };
    const clash = { id: newId(), customerId, fields: { ...fields(901), externalId: 'same' } };
    await expect(
      test.db.transaction((tx) => test.app.get(ContactWrites).create(tx, [good, clash], writer)),
    ).rejects.toThrow(/uq_contacts_external_id/);
    expect(await first(test.db, `SELECT 1 FROM contacts WHERE id = $1`, [good.id])).toBeUndefined();
    await expect(
      test.db.transaction((tx) =>
        test.app.get(ContactWrites).create(tx, [{ id: newId(), customerId, fields: {} }], writer),
      ),
    ).rejects.toMatchObject({ code: 'request.invalid_body' });
    await expect(
      test.db.transaction((tx) =>
        test.app.get(ContactWrites).change(tx, [{ id: newId(), fields: { lastName: 'x' } }], writer),
      ),
    ).rejects.toMatchObject({ code: 'row.not_found' });
  });
});
