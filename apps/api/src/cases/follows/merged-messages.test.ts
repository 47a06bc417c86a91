import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aCustomer, report, signedInContact } from '../../../test/case-people.js';
import type { Client } from '../../../test/client.js';
import { opened, photo, reportByLabel, setPortal } from '../../../test/reports.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertPlace, type Place, visiting } from '../../../test/visits.js';

const test = useApp();
let staff: Client;
let site: Place;
beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  site = await insertPlace(test, { customerId: await aCustomer(test, undefined, { profile: 'wholeCompany' }) });
  await setPortal(test, site, { takes_photos: true, shows_open_cases: true });
});

const manager = () => signedInContact(test, site.customerId);
const colleague = () => signedInContact(test, site.customerId, { rightsRemoved: ['case:read_company'] });
const byLabel = async () => (await reportByLabel(await visiting(test, site))).body;
const say = async (id: string, body: string, fileIds: string[] = []) =>
  (await staff.post(`/cases/${id}/messages`, { visibility: 'public', body, fileIds })).body.id;
const merge = async (id: string, into: string) => {
  const merged = await staff.post(`/cases/${id}/merge`, { into });
  if (merged.status !== 200) throw new Error(JSON.stringify(merged.body));
};
const bodies = (messages: { event?: string | null; body: string }[]) =>
  messages.filter(({ event }) => !event).map(({ body }) => body);
const behind = async (link: Client) => bodies((await link.get('/portal/follow')).body.messages);
const readBy = async ({ client }: { client: Client }, id: string) =>
  bodies((await client.get(`/portal/cases/${id}`)).body.messages);

const REPORTED = 'It stands still.\nSince noon.';

/** Same problem, followed by somebody who has nothing but the PIN. */
async function aStranger(id: string): Promise<Client> {
  const visit = await visiting(test, site);
  const body = { reporter: { name: 'Ravi' }, fileIds: [], language: 'en' };
  const joined = await visit.post<{ followLink: string }>(`/portal/visit/cases/${id}/follow`, body);
  return opened(test, joined.body.followLink);
}

describe('a case of a contact that is merged into one that came by label (POR-6)', () => {
  it('is read by none of its follow links, not its files either; staff see where each message comes from', async () => {
    const contact = await colleague();
    const kept = await byLabel();
    const [reporter, stranger] = [await opened(test, kept.followLink), await aStranger(kept.id)];
    const source = (await report(contact, 'Door stuck')).body;
    const file = (await photo(staff, '/case-files')).body.id;
    await say(source.id, 'Your invoice is 4711', [file]);
    await merge(source.id, kept.id);
    await say(kept.id, 'We are on our way');
    expect(await behind(stranger)).toEqual(['We are on our way']);
    expect(await behind(reporter)).toEqual([REPORTED, 'We are on our way']);
    for (const link of [stranger, reporter]) expect((await link.get(`/portal/follow/files/${file}`)).status).toBe(404);
    const shown = (await staff.get(`/cases/${kept.id}/messages`)).body.items;
    const marks = shown.filter(({ event }) => !event).map(({ body, mergedFrom }) => [body, mergedFrom]);
    expect(marks).toEqual([
      [REPORTED, null],
      ['About: Door stuck', source.number],
      ['Your invoice is 4711', source.number],
      ['We are on our way', null],
    ]);
  });

  it('is read by its reporter and by who sees the whole company, not by a colleague who could not read it', async () => {
    const [own, other, chief] = [await colleague(), await colleague(), await manager()];
    const kept = (await report(other, 'Gate')).body;
    const source = (await report(own, 'Door')).body;
    const file = (await photo(staff, '/case-files')).body.id;
    await say(source.id, 'Only for you', [file]);
    await merge(source.id, kept.id);
    expect(await readBy(own, kept.id)).toEqual(['About: Gate', 'About: Door', 'Only for you']);
    expect(await readBy(chief, kept.id)).toEqual(['About: Gate', 'About: Door', 'Only for you']);
    expect(await readBy(other, kept.id)).toEqual(['About: Gate']);
    const status = async ({ client }: { client: Client }) => (await client.get(`/portal/case-files/${file}`)).status;
    expect([await status(own), await status(chief), await status(other)]).toEqual([200, 200, 404]);
  });
});

describe('a case by label that is merged into one of a contact (POR-6)', () => {
  it('goes on behind its link with what was answered there, and with what comes; not with what was written before', async () => {
    const contact = await colleague();
    const source = await byLabel();
    const link = await opened(test, source.followLink);
    await say(source.id, 'We look into it');
    const kept = (await report(contact, 'Door stuck')).body;
    await say(kept.id, 'Your invoice is 4711');
    await merge(source.id, kept.id);
    await say(kept.id, 'Fixed');
    expect(await behind(link)).toEqual([REPORTED, 'We look into it', 'Fixed']);
    expect((await link.get('/portal/follow')).body).toMatchObject({ number: kept.number, isReporter: false });
  });

  it('keeps to that when what is left is merged again', async () => {
    const contact = await colleague();
    const [source, between] = [await byLabel(), (await report(contact, 'Between')).body];
    const link = await opened(test, source.followLink);
    await say(source.id, 'First answer');
    await say(between.id, 'For the contact');
    await merge(source.id, between.id);
    const last = (await report(contact, 'Last')).body;
    await say(last.id, 'For the contact too');
    await merge(between.id, last.id);
    await say(last.id, 'Fixed');
    expect(await behind(link)).toEqual([REPORTED, 'First answer', 'Fixed']);
    const shown = (await staff.get(`/cases/${last.id}/messages`)).body.items;
    expect(shown.find(({ body }) => body === 'First answer')).toMatchObject({ mergedFrom: source.number });
    expect(shown.find(({ body }) => body === 'For the contact')).toMatchObject({ mergedFrom: between.number });
  });
});
