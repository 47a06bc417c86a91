import { beforeAll, describe, expect, it } from 'vitest';
import { first, rows } from '../../src/db/sql.js';
import { MessageKinds } from '../../src/notifications/message-kinds.js';
import { useApp } from '../app.js';
import { aCustomer, report, signedInContact } from '../case-people.js';
import type { Client } from '../client.js';
import { EMAIL, opened, photo, reportByLabel, setPortal } from '../reports.js';
import { signedInStaff } from '../staff.js';
import { insertLabel, insertPlace, type Place, tryPin, visiting } from '../visits.js';

const test = useApp();
let staff: Client;
let place: Place;
beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  place = await insertPlace(test, { customerId: await aCustomer(test) });
  await setPortal(test, place, { takes_photos: true, shows_open_cases: true });
});

async function aReport(more: object = {}): Promise<{ id: string; follow: Client }> {
  const { body } = await reportByLabel(await visiting(test, place), more);
  await rows(test.db, `DELETE FROM attempt_budgets`);
  return { id: body.id, follow: await opened(test, body.followLink) };
}

async function aFollower(id: string, more: object = {}): Promise<Client> {
  const visit = await visiting(test, place);
  const body = { reporter: {}, fileIds: [], language: 'en', ...more };
  const joined = await visit.post<{ followLink: string }>(`/portal/visit/cases/${id}/follow`, body);
  return opened(test, joined.body.followLink);
}

const seenBy = async (follow: Client): Promise<string> => JSON.stringify((await follow.get('/portal/follow')).body);
const reply = (id: string) => staff.post(`/cases/${id}/messages`, { visibility: 'public', body: 'On our way' });
const mailsTo = (pattern: string) =>
  rows<{ kind: string }>(test.db, `SELECT kind FROM notifications WHERE lower(to_address) LIKE $1`, [pattern]);

describe('two people who do not know each other follow one case (POR-6, POR-9)', () => {
  it('neither learns the name of who closed it or opened it again', async () => {
    const { id, follow } = await aReport({ reporter: { name: 'canary-reporter', email: EMAIL } });
    const other = await aFollower(id);
    await follow.post('/portal/follow/close');
    await follow.post('/portal/follow/reopen', {});
    const shown = await seenBy(other);
    expect(shown).toContain('"event":"opened"');
    expect(shown).not.toContain('canary');
  });

  it('the reporter does not read what others wrote, nor see their photos; staff do', async () => {
    const { id, follow } = await aReport();
    const visit = await visiting(test, place);
    const file = (await photo(visit)).body.id;
    const said = { reporter: { name: 'canary-name' }, message: 'canary-words', fileIds: [file], language: 'en' };
    expect((await visit.post(`/portal/visit/cases/${id}/follow`, said)).status).toBe(200);
    const shown = await seenBy(follow);
    expect(shown).toContain('It stands still.');
    expect(shown).not.toContain('canary');
    expect((await follow.get(`/portal/follow/files/${file}`)).status).toBe(404);
    expect(JSON.stringify((await staff.get(`/cases/${id}/messages`)).body)).toContain('canary-words');
  });

  it('a merge shows the reporter of neither what the other wrote, nor what somebody with a login did', async () => {
    const contact = await signedInContact(test, place.customerId, { name: 'Canaryperson' });
    const [one, two] = [await aReport(), await aReport({ description: 'canary-duplicate' })];
    const three = (await report(contact, 'canary-contact')).body;
    expect((await staff.post(`/cases/${two.id}/merge`, { into: one.id })).status).toBe(200);
    expect((await staff.post(`/cases/${three.id}/merge`, { into: one.id })).status).toBe(200);
    expect((await seenBy(one.follow)).toLowerCase()).not.toContain('canary');
    expect(await seenBy(two.follow)).toContain('canary-duplicate');
    expect(await seenBy(two.follow)).not.toContain('It stands still.');
  });
});

describe('an address that nobody has proven (D10, POR-10, G11)', () => {
  beforeAll(() =>
    rows(test.db, `UPDATE settings SET data = jsonb_set(data, '{visits}', '{"confirmMail": true}') WHERE id = 1`),
  );

  /** The link that staff sent to the reporter's own address, opened. */
  async function sentLink(id: string): Promise<string> {
    expect((await staff.post(`/cases/${id}/reporter-link`)).status).toBe(202);
    const notification = await first<Record<string, never>>(
      test.db,
      `SELECT id, kind, language, case_id AS "caseId", data FROM notifications WHERE case_id = $1 AND kind = 'follow-link'`,
      [id],
    );
    const filled = await test.app
      .get(MessageKinds)
      .get('follow-link')
      ?.fill(test.db, notification as never);
    const { values } = filled as { values: Record<string, string> };
    return new URL(values.case_link ?? '').hash.replace('#', '/f#');
  }

  it('is not proven by opening a link that was sent to another', async () => {
    const { id } = await aReport();
    const link = await sentLink(id);
    const follow = await opened(test, link);
    expect((await follow.post('/portal/follow/email', { email: 'stranger@victims.example' })).status).toBe(200);
    await opened(test, link);
    await reply(id);
    expect((await mailsTo('stranger@victims.example')).map(({ kind }) => kind)).toEqual(['follow-confirm']);
  });

  it('hears no more once its owner said so, however often the link is opened', async () => {
    const { id } = await aReport({ reporter: { email: 'once@nordic.example' } });
    const link = await sentLink(id);
    const follow = await opened(test, link);
    expect((await follow.delete('/portal/follow/email')).status).toBe(200);
    await opened(test, link);
    await reply(id);
    expect((await mailsTo('once@nordic.example')).map(({ kind }) => kind)).toEqual(['follow-link']);
  });

  it('gets one message in an hour, whatever is put behind a plus', async () => {
    const { follow } = await aReport();
    for (let n = 0; n < 12; n += 1)
      await follow.post('/portal/follow/email', { email: `many${n === 0 ? '' : `+${n}`}@victims.example` });
    expect(await mailsTo('many%@victims.example')).toHaveLength(1);
  });
});

describe('one phone at two machines', () => {
  it('does not file the report of one tab at the machine that another tab scanned since (INV-7, S1.x3)', async () => {
    const [here, there] = [place, await insertPlace(test)];
    const phone = await visiting(test, here);
    expect((await tryPin(phone, there.label, there.pin)).status).toBe(200);
    const refused = await reportByLabel(phone, { label: here.label.publicId, description: 'canary' });
    expect([refused.status, refused.body.code]).toEqual([401, 'session.required']);
    expect(await rows(test.db, `SELECT 1 FROM cases WHERE device_id = $1`, [there.deviceId])).toEqual([]);
    expect((await reportByLabel(phone, { label: there.label.publicId.toLowerCase() })).status).toBe(201);
    const again = await insertLabel(test, there.deviceId);
    expect((await reportByLabel(phone, { label: again.publicId })).status).toBe(201);
  });

  it('keeps no photo of the one under the address of the other, nor after the visit (INV-7, SES-4)', async () => {
    await rows(
      test.db,
      `INSERT INTO device_files (id, device_id, kind, name, type, size, data) VALUES (gen_random_uuid(), $1, 'photo', 'x.png', 'image/png', 3, 'abc')`,
      [place.deviceId],
    );
    const { status, headers } = await (await visiting(test, place)).get('/portal/visit/photo');
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  });
});

it('what another customer calls a machine that was moved there is not told to the one it came from (D20, S1.22)', async () => {
  const site = await insertPlace(test, { customerId: await aCustomer(test) });
  const contact = await signedInContact(test, site.customerId);
  const { id, followLink } = (await reportByLabel(await visiting(test, site))).body;
  await rows(test.db, `UPDATE cases SET contact_id = $2 WHERE id = $1`, [id, contact.contactId]);
  const follow = await opened(test, followLink);
  const [{ name } = { name: '' }] = await rows<{ name: string }>(test.db, `SELECT name FROM devices WHERE id = $1`, [
    site.deviceId,
  ]);
  const shown = async () => [
    await seenBy(follow),
    JSON.stringify((await contact.client.get(`/portal/cases/${id}`)).body),
    JSON.stringify((await contact.client.get('/portal/cases')).body),
  ];
  for (const text of await shown()) expect(text).toContain(name);
  const other = await insertPlace(test);
  await rows(test.db, `UPDATE devices SET deployment_id = $2, name = 'canary-name' WHERE id = $1`, [
    site.deviceId,
    other.deploymentId,
  ]);
  for (const text of await shown()) expect(text).not.toContain('canary');
});
