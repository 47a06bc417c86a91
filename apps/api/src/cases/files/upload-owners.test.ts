import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aCustomer, type Person, report, signedInContact } from '../../../test/case-people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp();

const upload = async (person: Person): Promise<string> =>
  (
    await person.client.post('/portal/case-files?name=a.pdf', Buffer.from('%PDF-1.4 x'), {
      'content-type': 'application/pdf',
    })
  ).body.id;
const owners = (id: string) => rows<{ owner: string }>(test.db, `SELECT owner FROM case_files WHERE id = $1`, [id]);

describe('when a contact goes', () => {
  it('a deletion keeps the case with the reporter’s name, and forgets loose uploads (S1.18)', async () => {
    const { client } = await signedInStaff(test);
    const person = await signedInContact(test, await aCustomer(test), { name: 'Eva Berg' });
    const opened = (await report(person, 'Stays')).body.id;
    const file = await upload(person);
    expect((await client.delete(`/contacts/${person.contactId}`)).status).toBeLessThan(300);
    expect((await client.get(`/cases/${opened}`)).body).toMatchObject({
      contact: null,
      reporterName: 'Eva Berg',
      customer: { id: person.customerId },
    });
    expect(await owners(file)).toEqual([]);
  });

  it('a move keeps the case at the old customer, out of reach of the one who moved (AZN-2)', async () => {
    const { client } = await signedInStaff(test);
    const person = await signedInContact(test, await aCustomer(test));
    const opened = (await report(person, 'Old customer')).body.id;
    const file = await upload(person);
    const target = await aCustomer(test, 'New', { profile: 'wholeCompany' });
    expect((await client.post(`/contacts/${person.contactId}/move`, { customerId: target })).status).toBe(200);
    expect((await client.get(`/cases/${opened}`)).body).toMatchObject({
      contact: null,
      customer: { id: person.customerId },
    });
    expect((await person.client.get(`/portal/cases/${opened}`)).status).not.toBe(200);
    expect(await owners(file)).toEqual([]);
  });

  it('a merge hands case and uploads over', async () => {
    const { client } = await signedInStaff(test);
    const customerId = await aCustomer(test);
    const [from, into] = [await signedInContact(test, customerId), await signedInContact(test, customerId)];
    const opened = (await report(from, 'Handed over')).body.id;
    const file = await upload(from);
    expect((await client.post(`/contacts/${from.contactId}/merge`, { into: into.contactId })).status).toBe(200);
    expect((await client.get(`/cases/${opened}`)).body.contact.id).toBe(into.contactId);
    expect(await owners(file)).toEqual([{ owner: `contact:${into.contactId}` }]);
  });
});
