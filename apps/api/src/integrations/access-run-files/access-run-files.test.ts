import { beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, setPace, workOn } from '../../../test/access-runs.js';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { first, rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  await setPace(test, 60_000);
});

const upload = (text: string | Buffer, name = 'people.csv') =>
  staff.post(`/access-run-files?fileName=${name}`, Buffer.from(text), { 'content-type': 'text/csv' });

async function planned(text: string | Buffer) {
  const { status, body } = await upload(text);
  expect([status, body.state, body.source]).toEqual([202, 'planning', 'file']);
  await workOn(test);
  return rowsOf(staff, body.id);
}

describe('a run over a CSV file', () => {
  it('finds people by external id, e-mail or phone in any spelling, and says why it does not (S0.13, S0.15)', async () => {
    const byMail = await aPerson(staff);
    const byPhone = await aPerson(staff);
    const byId = await aPerson(staff, { externalId: 'HR-4711' });
    const file = `Personalnummer;E-Mail;Handy;Kennwort
;${byMail.email.toUpperCase()};;geheim
;;0${byPhone.phone.slice(3)};
HR-4711;;;
;nobody@nowhere.example;;
;${byMail.email};;
;;;nur-geheim
;not an address;;
`.replace('Personalnummer', 'External id');
    const found = await planned(file);
    expect(found.map(({ line, verdict, contact }) => [line, verdict, contact?.id])).toEqual([
      [2, 'email', byMail.id],
      [3, 'email', byPhone.id],
      [4, 'email', byId.id],
      [5, 'not_found', undefined],
      [6, 'duplicate', byMail.id],
      [7, 'unreadable', undefined],
      [8, 'unreadable', undefined],
    ]);
    expect(JSON.stringify(found)).not.toContain('geheim');
    expect(await first(test.db, `SELECT 1 FROM access_run_rows WHERE sought IS NOT NULL`)).toBeUndefined();
  });

  it('takes a plain list, and asks for the customer where a person is at several', async () => {
    const [svea, nordic] = [await newCustomer(staff), await newCustomer(staff)];
    for (const { id } of [svea, nordic]) await newContact(staff, id, { email: 'both@lists.example' });
    expect((await planned('both@lists.example\nunknown@lists.example')).map(({ verdict }) => verdict)).toEqual([
      'ambiguous',
      'not_found',
    ]);
    const [one] = await planned(`customer number,email\n${nordic.number},both@lists.example\n`);
    expect(one).toMatchObject({ verdict: 'email', contact: { customerId: nordic.id } });
  });

  it.each([
    ['no column that names a person', 'city,street\nLund,Gata 1', 'access_run.no_column'],
    ['nothing', '', 'import.unreadable'],
    ['something else than text', Buffer.from([0x50, 0x4b, 0, 0, 1, 2]), 'import.unreadable'],
  ])('refuses a file with %s, and leaves no run behind', async (_, text, code) => {
    const before = await rows(test.db, `SELECT id FROM access_runs`);
    expect((await upload(text)).body.code).toBe(code);
    expect(await rows(test.db, `SELECT id FROM access_runs`)).toEqual(before);
  });

  it('answers a file of results that no spreadsheet runs (D17), to who may export', async () => {
    const eva = await aPerson(staff, { firstName: '=cmd()', lastName: 'x' });
    const { body } = await upload(`email\n${eva.email}\n`);
    await workOn(test);
    await staff.post(`/access-runs/${body.id}/start`);
    await workOn(test);
    const { body: file } = await staff.get(`/access-runs/${body.id}/result.csv`);
    expect(file).toContain(`2,${eva.email},${eva.id},'=cmd() x,`);
    expect(file).toContain(`,given,email,${eva.email},`);
    const agent = (await signedInStaff(test, 'agent')).client;
    expect((await agent.get(`/access-runs/${body.id}/result.csv`)).status).toBe(403);
  });
});

describe('a run over a filter of the contact list', () => {
  it('takes all that fit when it is planned, in the order of the list, and those that fit later not (S0.13)', async () => {
    const customer = await newCustomer(staff);
    const contact = (lastName: string) =>
      newContact(staff, customer.id, { firstName: 'A', lastName, email: `${lastName}@filter.example` });
    const [c, a, b] = [await contact('ccc'), await contact('aaa'), await contact('bbb')];
    await staff.post(`/contacts/${c.id}/access`, {});
    const filter = { customerId: customer.id, access: 'none' };
    const { body } = await staff.post('/access-runs', { filter });
    await workOn(test);
    await contact('ddd');
    expect((await rowsOf(staff, body.id)).map(({ contact: one }) => one?.id)).toEqual([a.id, b.id]);
    const search = await staff.post('/access-runs', { filter: { ...filter, q: 'bbb' } });
    await workOn(test);
    expect((await rowsOf(staff, search.body.id)).map(({ contact: one }) => one?.id)).toEqual([b.id]);
    expect(await first(test.db, `SELECT filter ->> 'q' AS q FROM access_runs WHERE id = $1`, [search.body.id])).toEqual(
      {
        q: null,
      },
    );
    expect((await staff.post('/access-runs', { filter: { access: 'everybody' } })).status).toBe(422);
  });

  it('takes each once, however many portions they come in', async () => {
    const { id } = await newCustomer(staff);
    await rows(
      test.db,
      `INSERT INTO contacts (id, customer_id, first_name, name_key) SELECT gen_random_uuid(), $1, 'Same', CASE WHEN i % 2 = 0 THEN 'same' ELSE 'same ' || i END FROM generate_series(1, 2100) i`,
      [id],
    );
    const { body } = await staff.post('/access-runs', { filter: { customerId: id } });
    await workOn(test);
    expect((await staff.get(`/access-runs/${body.id}`)).body).toMatchObject({
      state: 'planned',
      counts: [{ state: 'skipped', verdict: 'no_email', count: 2_100 }],
    });
    const found = await first<{ people: number; last: number }>(
      test.db,
      `SELECT count(DISTINCT contact_id)::int AS people, max(position) AS last FROM access_run_rows WHERE run_id = $1`,
      [body.id],
    );
    expect(found).toEqual({ people: 2_100, last: 2_100 });
  });
});
