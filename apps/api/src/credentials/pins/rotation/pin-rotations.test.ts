import { beforeAll, describe, expect, it } from 'vitest';
import { plannedRun, rowsOf, setPace, workOn } from '../../../../test/access-runs.js';
import { useApp } from '../../../../test/app.js';
import type { Client } from '../../../../test/client.js';
import {
  askNobodyFirst,
  aMinuteLater,
  aPerson,
  filled,
  messagesAbout,
  pinOf,
  signIn,
} from '../../../../test/logins.js';
import { newContact, newCustomer } from '../../../../test/people.js';
import { signedInStaff } from '../../../../test/staff.js';
import { rows } from '../../../db/sql.js';
import { AccessRunsWorker } from '../../access-runs/access-runs.worker.js';
import { EndedPins } from './ended-pins.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'agent')).client;
  await setPace(test, 60_000);
});

type Person = Awaited<ReturnType<typeof aPerson>> & { old: string };

/** Somebody who signs in with a PIN. */
async function aPinUser(fields: Record<string, unknown> = {}): Promise<Person> {
  const person = await aPerson(staff, fields);
  const old = await pinOf(staff, person.id);
  await signIn(test, person.phone, old);
  return { ...person, old };
}

const rotation = (people: readonly { id: string }[]) => ({
  contactIds: people.map(({ id }) => id),
  kind: 'pins',
  strategy: 'email',
});

async function rotated(people: readonly { id: string }[]): Promise<string> {
  const { id } = await plannedRun(test, staff, rotation(people));
  await staff.post(`/access-runs/${id}/start`);
  await workOn(test);
  return id;
}

/** What the newest message about somebody says. */
async function newPinOf(person: { id: string }): Promise<string> {
  const message = (await messagesAbout(test, person.id)).at(-1);
  const content = await filled(test, message?.id ?? '');
  return 'values' in content ? (content.values['initial_pin'] ?? '') : content.cancelled;
}

const delivered = (person: { id: string }, state = 'accepted') =>
  rows(test.db, `UPDATE notifications SET state = $2, accepted_at = now() WHERE contact_id = $1`, [person.id, state]);
/** The days pass: what was sent was sent before. */
const afterGrace = (id: string) =>
  rows(test.db, `UPDATE credentials SET takes_over_at = now() - interval '1 second' WHERE rotation_id = $1`, [id]).then(
    () =>
      rows(test.db, `UPDATE notifications SET accepted_at = now() - interval '3 days' WHERE data ->> 'batch' = $1`, [
        id,
      ]),
  );
const enters = async ({ phone }: Person, pin: string) => (await signIn(test, phone, pin)).answer.status;
const states = async (id: string) => (await rowsOf(staff, id)).map(({ state, verdict, pin }) => [state, verdict, pin]);
const act = (id: string, what: string) => staff.post(`/access-runs/${id}/${what}`);

describe('new PINs for many', () => {
  it('says first who gets one and who does not, and why (S0.13, D1)', async () => {
    const [eva, noPin, noMail, waiting] = [
      await aPinUser(),
      await aPerson(staff),
      await aPinUser({ email: null }),
      await aPinUser(),
    ];
    await pinOf(staff, waiting.id);
    const bounced = await aPinUser();
    await rows(test.db, `INSERT INTO address_troubles (address_key, kind, detail) VALUES ($1, 'bounced', 'Gone')`, [
      bounced.email,
    ]);
    const run = await plannedRun(test, staff, { ...rotation([eva, noPin, noMail, waiting, bounced]), graceDays: 5 });
    expect(run).toMatchObject({ kind: 'pins', pins: { graceDays: 5, oldEndsAt: null, counts: [] } });
    expect((await states(run.id)).map(([state, verdict]) => `${state} ${verdict}`)).toEqual([
      'waiting email',
      'skipped no_pin',
      'skipped no_email',
      'skipped pin_waiting',
      'skipped bounced_before',
    ]);
    expect(await messagesAbout(test, eva.id)).toEqual([]);
  });

  it('takes both PINs during the grace, and the old one does not drop the new (INV-3, D3)', async () => {
    const eva = await aPinUser();
    const id = await rotated([eva]);
    const fresh = await newPinOf(eva);
    expect(fresh).toMatch(/^\d{6}$/);
    await delivered(eva);
    expect([await enters(eva, eva.old), await enters(eva, eva.old)]).toEqual([200, 200]);
    expect(await states(id)).toEqual([['given', 'email', 'unused']]);
    expect(await enters(eva, fresh)).toBe(200);
    expect([await enters(eva, eva.old), await states(id)]).toEqual([401, [['given', 'email', 'used']]]);
  });

  it('takes the new PIN alone after the date, ends what the old one opened, and never both are dead (INV-3, INV-8)', async () => {
    const eva = await aPinUser();
    const { client } = await signIn(test, eva.phone, eva.old);
    const id = await rotated([eva]);
    const fresh = await newPinOf(eva);
    await delivered(eva);
    await test.app.get(EndedPins).endSessions();
    expect((await client.get('/portal/session')).status).toBe(200);
    await afterGrace(id);
    expect(await enters(eva, eva.old)).toBe(401);
    await test.app.get(EndedPins).endSessions();
    expect((await client.get('/portal/session')).status).toBe(401);
    expect(await states(id)).toEqual([['given', 'email', 'ended']]);
    // A further PIN by staff stands beside the one that is in force now, not beside the one that ended.
    const further = await pinOf(staff, eva.id);
    expect([await enters(eva, eva.old), await enters(eva, fresh)]).toEqual([401, 200]);
    expect(await enters(eva, further)).toBe(401);
  });

  it('keeps the old PIN in force after the date while no message arrived, and says so (INV-3, D3)', async () => {
    const eva = await aPinUser();
    const id = await rotated([eva]);
    await afterGrace(id);
    const seen = [];
    for (const state of ['refused', 'failed', 'expired', 'bounced', 'queued']) {
      await delivered(eva, state);
      const [row] = await states(id);
      seen.push([state, await enters(eva, eva.old), row?.[2]]);
    }
    expect(seen).toEqual([
      ['refused', 200, 'undelivered'],
      ['failed', 200, 'undelivered'],
      ['expired', 200, 'undelivered'],
      ['bounced', 200, 'undelivered'],
      ['queued', 200, 'on_way'],
    ]);
    expect((await staff.get(`/contacts/${eva.id}/access`)).body).toMatchObject({
      pin: { pending: { rotation: { state: 'held', runId: id } } },
    });
    // Who gets it after the date has a day.
    await delivered(eva);
    expect(await enters(eva, eva.old)).toBe(200);
    const aDayAgo = `UPDATE notifications SET accepted_at = now() - interval '25 hours' WHERE contact_id = $1`;
    await rows(test.db, aDayAgo, [eva.id]);
    expect(await enters(eva, eva.old)).toBe(401);
  });

  it('reminds who has not used theirs with the same PIN, with another one when it cannot be read any more', async () => {
    const [eva, ola, used] = [await aPinUser(), await aPinUser(), await aPinUser()];
    const id = await rotated([eva, ola, used]);
    const [first, second] = [await newPinOf(eva), await newPinOf(ola)];
    await Promise.all([delivered(eva), delivered(ola), delivered(used)]);
    await enters(used, await newPinOf(used));
    await rows(
      test.db,
      `UPDATE credentials SET readable_until = now() WHERE rotation_id = $1 AND notification_id IN (SELECT id FROM notifications WHERE contact_id = $2)`,
      [id, ola.id],
    );
    await Promise.all([eva, ola, used].map((one) => aMinuteLater(test, one.id)));
    const reminding = (await act(id, 'remind')).body;
    expect(reminding).toMatchObject({ state: 'running' });
    await workOn(test);
    const sentPins = async (contactId: string) =>
      (await messagesAbout(test, contactId)).filter(({ kind }) => kind === 'portal-credentials').length;
    const counts = await Promise.all([eva, ola, used].map((one) => sentPins(one.id)));
    expect(counts).toEqual([2, 2, 1]);
    expect([await newPinOf(eva), (await newPinOf(ola)) === second]).toEqual([first, false]);
    expect(await states(id)).toEqual([
      ['given', 'email', 'on_way'],
      ['given', 'email', 'on_way'],
      ['given', 'email', 'used'],
    ]);
    expect((await staff.get(`/access-runs/${id}`)).body.state).toBe('done');
    expect([await enters(ola, ola.old), await enters(ola, await newPinOf(ola))]).toEqual([200, 200]);
  });

  it('ends the old PINs now where the new ones arrived; stopped, the old ones stay (INV-3)', async () => {
    const [eva, lost] = [await aPinUser(), await aPinUser()];
    const id = await rotated([eva, lost]);
    await delivered(eva);
    await delivered(lost, 'refused');
    const run = (await staff.get(`/access-runs/${id}`)).body;
    const counts = [
      { pin: 'undelivered', count: 1 },
      { pin: 'unused', count: 1 },
    ];
    expect(run).toMatchObject({ allowedActions: ['stop', 'remind', 'finish'], pins: { counts } });
    expect((await act(id, 'stop')).body).toMatchObject({ state: 'stopped', allowedActions: ['start'] });
    await afterGraceWithoutDate(id);
    expect([await enters(eva, eva.old), (await act(id, 'finish')).body.code]).toEqual([200, 'access_run.wrong_state']);
    await act(id, 'start');
    await workOn(test);
    expect((await act(id, 'finish')).status).toBe(200);
    expect([await enters(eva, eva.old), await enters(lost, lost.old)]).toEqual([401, 200]);
    const events = `SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id`;
    expect((await rows<{ action: string }>(test.db, events, [id])).map(({ action }) => action)).toContain(
      'access_run.finished',
    );
  });

  it('gives one PIN to one person at two companies, though four workers take turns (INV-4)', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => aPinUser()));
    const others = [];
    await askNobodyFirst(test);
    for (const { email } of people) {
      others.push(await newContact(staff, (await newCustomer(staff)).id, { email }));
    }
    const { id } = await plannedRun(test, staff, rotation([...people, ...others]));
    const planned = await rowsOf(staff, id);
    expect(planned.map(({ state, verdict }) => `${state} ${verdict}`).toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => 'skipped same_login'),
      ...Array.from({ length: 4 }, () => 'waiting email'),
    ]);
    // As when two contacts turn out to be one person after the dry run.
    const asStrangers = `UPDATE access_run_rows SET state = 'waiting', verdict = 'email' WHERE run_id = $1`;
    await rows(test.db, asStrangers, [id]);
    await act(id, 'start');
    const worker = async () => {
      await rows(test.db, `UPDATE access_runs SET lease_until = NULL WHERE id = $1`, [id]);
      await test.app.get(AccessRunsWorker).work();
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    await workOn(test);
    const pins = `SELECT identity_id FROM credentials WHERE rotation_id = $1`;
    expect(await rows(test.db, pins, [id])).toHaveLength(4);
    expect((await rowsOf(staff, id, '&state=given')).map(({ pin }) => pin)).toEqual(
      Array.from({ length: 4 }, () => 'on_way'),
    );
    expect(await rowsOf(staff, id, '&pin=used')).toEqual([]);
  });

  it('lets one of many sign-ins at once change the PIN, and each of them in or out whole (INV-3)', async () => {
    const eva = await aPinUser();
    const id = await rotated([eva]);
    const fresh = await newPinOf(eva);
    await Promise.all(Array.from({ length: 3 }, () => [enters(eva, eva.old), enters(eva, fresh)]).flat());
    expect([await enters(eva, fresh), await enters(eva, eva.old)]).toEqual([200, 401]);
    expect(await states(id)).toEqual([['given', 'email', 'used']]);
  });

  it('is for who may issue PINs, never for a key, and asks for the password again (SES-6)', async () => {
    const eva = await aPinUser();
    const id = await rotated([eva]);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.post('/access-runs', rotation([eva]))).status).toBe(403);
    const late = await signedInStaff(test, 'agent');
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      late.id,
    ]);
    const answers = [
      await late.client.post(`/access-runs/${id}/remind`),
      await late.client.post(`/access-runs/${id}/finish`),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(
      Array.from({ length: 2 }, () => 'session.reauthentication_required'),
    );
    const access = await plannedRun(test, staff, { contactIds: [eva.id] });
    expect((await act(access.id, 'finish')).body.code).toBe('access_run.wrong_state');
  });
});

/** Time passes, where no date was set. */
const afterGraceWithoutDate = (id: string) =>
  rows(test.db, `UPDATE credentials SET takes_over_at = takes_over_at - interval '60 days' WHERE rotation_id = $1`, [
    id,
  ]);
