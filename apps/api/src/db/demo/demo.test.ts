import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { allPages } from '../../../test/pages.js';
import { signedInStaff } from '../../../test/staff.js';
import type { AccessRunDto } from '../../credentials/access-runs/access-run.dto.js';
import { AccessRunsWorker } from '../../credentials/access-runs/access-runs.worker.js';
import { HelpWorker } from '../../credentials/access-requests/help-worker.js';
import { first, rows } from '../sql.js';
import { DEMO_PORTAL_PIN } from './demo-deployments.js';
import { DEMO_PIN, EVA } from './demo-people.js';
import { demoVisit } from './demo-visit.js';
import { loadDemo } from './load-demo.js';

const test = useApp();

it('loads 40 customers, 120 contacts in every access state, 340 cases and messages in every state, once', async () => {
  await loadDemo(test.app, 'small');
  await loadDemo(test.app, 'small');
  const count = (table: string) => first<{ n: number }>(test.db, `SELECT count(*) AS n FROM ${table}`);
  expect([await count('customers'), await count('contacts'), await count('cases')]).toEqual([
    { n: 40 },
    { n: 120 },
    { n: 340 },
  ]);
  const access = await rows<{ access: string }>(test.db, `SELECT DISTINCT access FROM contacts ORDER BY 1`);
  expect(access.map((row) => row.access)).toEqual(['active', 'invited', 'none', 'suspended']);
  const states = await rows<{ state: string }>(test.db, `SELECT DISTINCT state FROM notifications ORDER BY 1`);
  expect(states.map((row) => row.state)).toEqual(['accepted', 'bounced', 'cancelled', 'expired', 'failed', 'refused']);
  const eva = await first<{ n: number }>(
    test.db,
    `SELECT count(*) AS n FROM contacts c JOIN identities i ON i.id = c.identity_id WHERE i.email_key = 'eva.lind@example.com'`,
  );
  expect(eva).toEqual({ n: 3 });
});

describe('the demo', () => {
  it('has 12 deployments with 60 devices, portals that open, and labels in every state (S1.19, S1.12)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const deployments = await allPages<{ id: string; name: string; devices: number; isPortalEnabled: boolean }>(
      client,
      '/deployments?limit=100',
    );
    expect([deployments.length, deployments.reduce((sum, { devices }) => sum + devices, 0)]).toEqual([12, 60]);
    expect(deployments.filter((one) => one.isPortalEnabled)).toHaveLength(8);
    const devices = await allPages<{ label: string }>(client, '/devices?limit=100&status=active');
    expect(new Set(devices.map(({ label }) => label))).toEqual(new Set(['none', 'never_scanned', 'live']));
    const hisingen = deployments.find(({ name }) => name === 'Hisingen plant')?.id;
    expect((await client.post(`/deployments/${hisingen}/portal/pin/reveal`)).body.pin).toBe(DEMO_PORTAL_PIN);
    expect((await client.get('/devices?q=conveyor%20line%204')).body.items.length).toBeGreaterThan(0);
    const { body } = await client.get<{ weeks: { scans: number }[] }>(`/deployments/${hisingen}/traffic`);
    expect(body.weeks.reduce((sum, { scans }) => sum + scans, 0)).toBeGreaterThan(10);
  });

  it('names a label and a PIN that open a visit (S1.1, S1.3), and has old labels that are still scanned (S1.12, D5)', async () => {
    const [login] = await demoVisit(test.app);
    const [url = '', pin = ''] = (login?.how ?? '').split('   PIN ');
    const { origin, pathname, hash } = new URL(url);
    expect(origin).toBe(test.config.portalOrigin);
    const typed = { label: pathname.replace('/p/', ''), secret: hash.slice(1), pin };
    expect((await test.client().post('/portal/visits', typed)).status).toBe(200);
    const { client } = await signedInStaff(test, 'owner');
    const late = await allPages<{ id: string; state: string }>(client, '/labels?list=scanned_late');
    expect(late.map(({ state }) => state)).toEqual(['revoked', 'superseded']);
    expect((await client.get(`/labels/${late[1]?.id}`)).body.history).toHaveLength(2);
    const unprinted = await first(test.db, `SELECT 1 FROM labels WHERE state = 'active' AND printed_at IS NULL`);
    expect(unprinted).toBeDefined();
    const wrong = await rows(
      test.db,
      `SELECT d.id FROM devices d LEFT JOIN labels l ON l.id = d.active_label_id WHERE d.active_label_id IS NOT NULL AND l.state IS DISTINCT FROM 'active'`,
    );
    expect(wrong).toEqual([]);
  });

  it('gives nobody a PIN without a phone to type before it (S0.11)', async () => {
    const lost = await rows(
      test.db,
      `SELECT k.identity_id FROM credentials k WHERE k.kind = 'pin' AND NOT EXISTS (SELECT 1 FROM identity_phones p WHERE p.identity_id = k.identity_id)`,
    );
    expect(lost).toEqual([]);
  });

  it('offers for its messages what can be done with them', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const items = await allPages<{ id: string; state: string; channel: string; allowedActions: string[] }>(
      client,
      '/notifications?limit=100',
    );
    const actions = (state: string) => items.filter((item) => item.state === state).map((item) => item.allowedActions);
    for (const state of ['refused', 'failed', 'bounced']) {
      expect(actions(state).length).toBeGreaterThan(0);
      expect(actions(state).every((list) => list.join() === 'retry')).toBe(true);
    }
    for (const state of ['accepted', 'expired', 'cancelled']) expect(actions(state).flat()).toEqual([]);
    const texted = items.filter(({ channel }) => channel === 'sms');
    expect(new Set(texted.map(({ state }) => state))).toEqual(new Set(['accepted', 'refused']));
    expect((await client.get('/settings/sms-usage')).body.days30).toBe(texted.length);
    const { body } = await client.get(`/notifications/${texted.find(({ state }) => state === 'accepted')?.id}`);
    expect(body).toMatchObject({ lostSense: null, sms: { parts: 1, cost: { amount: 0.79, currency: 'SEK' } } });
    const refused = items.find(({ state }) => state === 'refused');
    expect((await client.post(`/notifications/${refused?.id}/retry`)).status).toBe(200);
  });

  it('has a record that tells how each person got in, with times in order and none to come', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const evas = await allPages<{ id: string; customer: { name: string } }>(client, '/contacts?q=eva.lind');
    const eva = evas.find(({ customer }) => customer.name === 'Nordic AB');
    const acts = await allPages<{ action: string; at: string }>(client, `/contacts/${eva?.id}/activity?limit=100`);
    for (const action of ['contact.created', 'credential.sent', 'invitation.accepted', 'pin.issued', 'case.opened'])
      expect(acts.map((act) => act.action)).toContain(action);
    const times = acts.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    const ahead = await rows(
      test.db,
      `SELECT 1 FROM audit_events WHERE at > now() UNION ALL SELECT 1 FROM case_messages WHERE created_at > now() UNION ALL
       SELECT 1 FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.created_at < u.created_at`,
    );
    expect(ahead).toEqual([]);
  });

  it('has a run that is done, one to be started, and somebody who asks for help (S0.13, S4.10)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    await test.app.get(AccessRunsWorker).work();
    await test.app.get(HelpWorker).lookAtAll();
    const [planned, done] = await allPages<AccessRunDto>(client, '/access-runs');
    expect([done?.state, done?.source, planned?.state, planned?.source]).toEqual([
      'done',
      'contacts',
      'planned',
      'report',
    ]);
    const count = ({ counts }: AccessRunDto, wanted: string) =>
      counts.filter(({ state }) => state === wanted).reduce((sum, one) => sum + one.count, 0);
    expect([done && count(done, 'given'), done && count(done, 'skipped')]).toEqual([13, 4]);
    const listed = await allPages<{ contactId: string }>(client, '/reports/access?reason=never_invited&limit=100');
    const chosen = await allPages<{ contact: { id: string } }>(client, `/access-runs/${planned?.id}/rows?limit=100`);
    expect(chosen.map(({ contact }) => contact.id)).toEqual(listed.map(({ contactId }) => contactId));
    expect(planned && count(planned, 'waiting')).toBe(listed.length);
    const [card] = (await client.get('/access-requests')).body.items;
    expect(card).toMatchObject({ kind: 'cannot_get_in', findings: expect.arrayContaining(['pin_locked']) });
    expect((await client.get('/dashboard')).body.accessRequests).toEqual({ count: 1, more: false });
  });

  it('lets Eva find a question to her, a case on its way and one of a colleague (C9)', async () => {
    const client = test.client();
    expect((await client.post('/portal/sign-in', { identifier: EVA.phone, secret: DEMO_PIN })).status).toBe(200);
    const companies: { contactId: string; name: string }[] = (await client.get('/portal/companies')).body.items;
    const contactId = companies.find(({ name }) => name === 'Nordic AB')?.contactId;
    await client.put('/portal/session/company', { contactId });
    const items = await allPages<{ status: string; isMine: boolean }>(client, '/portal/cases');
    const states = new Set(items.map(({ status }) => status));
    expect([...states]).toEqual(expect.arrayContaining(['waiting', 'open', 'solved']));
    expect(items.some(({ isMine }) => !isMine)).toBe(true);
  });
});
