import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, messagesAbout, passwordOf, pinOf, sentToken, signIn } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import { RIGHTS } from '../../http/rights.js';
import { LiveEvents } from '../../live/live-events.js';
import type { ColleagueRequestList } from '../colleague-requests/colleague-requests.dto.js';
import type { HelpAnswers } from '../help-answers/help-answers.dto.js';
import { HelpAnswersService } from '../help-answers/help-answers.service.js';
import type { AccessRequestPage } from './access-requests.dto.js';
import { AccessRequestsService } from './access-requests.service.js';
import { HelpWorker } from './help-worker.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'agent')).client;
});

const requests = () => test.app.get(AccessRequestsService);
const open = (draft: Parameters<AccessRequestsService['open']>[1]) => requests().open(test.db, draft);
const list = async (query = '') => {
  const { body } = await staff.get<z.output<typeof AccessRequestPage>>(`/access-requests${query}`);
  return { ...body, first: body.items[0]! };
};

describe('somebody who asks for a way in', () => {
  it('is a card for staff until they have dealt with it (S4.5, S4.9)', async () => {
    const person = await aPerson(staff);
    const id = await open({ kind: 'new_invitation', contactId: person.id, ip: '10.0.0.1' });
    expect((await list(`?contactId=${person.id}`)).first).toMatchObject({
      id,
      kind: 'new_invitation',
      contactName: 'Eva Lind',
      times: 1,
      doneAt: null,
    });
    expect((await staff.get('/dashboard')).body).toMatchObject({
      accessRequests: { count: 1, more: false },
      needsYou: [{ kind: 'access_request', id, title: 'Eva Lind', contactId: person.id }],
    });
    expect((await staff.post(`/access-requests/${id}/done`)).status).toBe(200);
    expect((await staff.post(`/access-requests/${id}/done`)).status).toBe(200);
    expect((await list(`?contactId=${person.id}`)).items).toEqual([]);
    expect((await list(`?state=done&contactId=${person.id}`)).first.doneByName).toMatch(/^Staff/);
    const acts = (await staff.get(`/contacts/${person.id}/activity`)).body.items;
    const names = acts.map(({ action }: { action: string }) => action);
    expect(names.filter((name: string) => name.startsWith('access_request.'))).toEqual([
      'access_request.done',
      'access_request.opened',
    ]);
  });

  it('is one card however often it is asked while it is open, and a new one afterwards', async () => {
    const person = await aPerson(staff);
    const ids = await Promise.all(Array.from({ length: 5 }, () => open({ kind: 'ask_access', contactId: person.id })));
    expect(new Set(ids).size).toBe(1);
    expect((await list(`?contactId=${person.id}`)).items).toMatchObject([{ times: 5 }]);
    await staff.post(`/access-requests/${ids[0]}/done`);
    expect(await open({ kind: 'ask_access', contactId: person.id })).not.toBe(ids[0]);
  });

  it('is told apart by what was typed when nobody is known, of which the key shows nothing (D26)', async () => {
    const first = await open({ kind: 'ask_access', typed: { login: 'Nobody@Nowhere.example', words: 'Please' } });
    expect(await open({ kind: 'ask_access', typed: { login: 'nobody@nowhere.example ' } })).toBe(first);
    expect(await open({ kind: 'ask_access', typed: { login: 'other@nowhere.example' } })).not.toBe(first);
    const keys = await rows(test.db, `SELECT dedupe_key FROM access_requests`);
    expect(JSON.stringify(keys)).not.toContain('nowhere');
  });

  it('closes by itself when access is given, by link, PIN or password, and says why; other cards stay open (S4.9, INV-10)', async () => {
    const ways = [
      (id: string) => sentToken(test, staff, id),
      (id: string) => pinOf(staff, id),
      (id: string) => passwordOf(staff, id),
      (id: string) => staff.post(`/contacts/${id}/invitations/by-hand`, { way: 'link' }),
    ];
    for (const give of ways) {
      const person = await aPerson(staff);
      await open({ kind: 'new_invitation', contactId: person.id });
      await open({ kind: 'invitation_lost', contactId: person.id });
      await open({ kind: 'not_me', contactId: person.id });
      await open({ kind: 'ask_access', typed: { login: person.email.toUpperCase() } });
      await give(person.id);
      expect((await list(`?contactId=${person.id}`)).items).toMatchObject([{ kind: 'not_me' }]);
      const { items } = await list(`?state=done&contactId=${person.id}`);
      expect(items.map(({ kind }) => kind)).toEqual(['ask_access', 'invitation_lost', 'new_invitation']);
      expect(new Set(items.map(({ doneBecause, doneByName }) => `${doneBecause} ${doneByName}`))).toEqual(
        new Set(['access_given null']),
      );
    }
  });

  it('closes by itself when the person gets in with the newest link, and the record says so (S4.9, INV-10)', async () => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    await open({ kind: 'new_invitation', contactId: person.id });
    await test.client().post('/portal/activation/accept', { token, password: 'nordisk sommar 31' });
    expect((await list(`?state=done&contactId=${person.id}`)).items).toMatchObject([
      { kind: 'new_invitation', doneBecause: 'accepted' },
    ]);
    const acts = (await staff.get(`/contacts/${person.id}/activity`)).body.items;
    expect(acts.find(({ action }: { action: string }) => action === 'access_request.done')?.detail).toMatchObject({
      because: 'accepted',
    });
  });

  it('is told to staff at once', async () => {
    const hears = (type: string) =>
      new Promise<void>((resolve) => {
        const end = test.app.get(LiveEvents).subscribe((event) => {
          if (event.type !== type) return;
          end();
          resolve();
        });
      });
    await hears('resync');
    const told = hears('access_request.changed');
    await open({ kind: 'ask_access', typed: { login: 'live@nowhere.example' } });
    await expect(told).resolves.toBeUndefined();
  });

  it('is listed page by page by state and kind, for staff only (AZN-1)', async () => {
    await open({ kind: 'cannot_get_in', typed: { login: 'one@nowhere.example' } });
    const page = await list('?limit=1');
    const next = await list(`?limit=1&cursor=${page.nextCursor}`);
    expect(page.first.id > next.first.id).toBe(true);
    const { items, first } = await list('?kind=cannot_get_in&state=all');
    expect(items.map(({ typed }) => typed.login)).toEqual(['one@nowhere.example']);
    expect((await test.client().get('/access-requests')).status).toBe(401);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.post(`/access-requests/${first.id}/done`)).status).toBe(403);
    expect((await staff.post('/access-requests/018f3b1e-0000-7000-8000-000000000001/done')).status).toBe(404);
  });

  it('follows its contact through a merge, and is forgotten after 90 days (D26)', async () => {
    const person = await aPerson(staff);
    const twin = await newContact(staff, person.customerId, { firstName: 'Eva', lastName: 'Twin' });
    const id = await open({ kind: 'new_invitation', contactId: twin.id });
    const merged = await staff.post(`/contacts/${twin.id}/merge`, { into: person.id });
    expect(merged.status).toBe(200);
    expect((await list(`?contactId=${person.id}`)).items).toMatchObject([{ id }]);
    await rows(test.db, `UPDATE access_requests SET last_at = now() - interval '91 days' WHERE id = $1`, [id]);
    await requests().forgetOld();
    expect((await list(`?contactId=${person.id}`)).items).toEqual([]);
  });

  it('is answered the same whoever it is, and staff read who is meant and what stands in the way (S4.5, INV-4)', async () => {
    const person = await aPerson(staff);
    const ask = (body: object) => test.client().post('/portal/access-requests', body);
    const answers = [
      await ask({ login: person.email, words: 'It says no' }),
      await ask({ login: person.phone.replace('+46', '0'), name: 'Eva' }),
      await ask({ login: 'stranger@nowhere.example' }),
    ];
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(202);
    expect((await list(`?contactId=${person.id}`)).items).toEqual([]);
    await test.app.get(HelpWorker).lookAtAll();
    const cards = (await list(`?contactId=${person.id}`)).items;
    expect(cards).toMatchObject([{ typed: { name: 'Eva' } }, { typed: { login: person.email, words: 'It says no' } }]);
    expect(cards[0]?.findings).toContain('never_invited');
    const stranger = (await list('?kind=cannot_get_in')).items.find(
      ({ typed }) => typed.login === 'stranger@nowhere.example',
    );
    expect(stranger).toMatchObject({ contactId: null, findings: [] });
  });

  it('is one card for each address while open, whoever asks for access, and keeps what was said before (S4.5, INV-4)', async () => {
    const person = await aPerson(staff);
    const ask = (body: object) => test.client().post('/portal/access-requests', { kind: 'ask_access', ...body });
    const answers = [
      await ask({ login: person.email, words: 'I am new' }),
      await ask({ login: person.email.toUpperCase() }),
      await ask({ login: 'newcomer@nowhere.example' }),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [202, { done: true }]));
    await test.app.get(HelpWorker).lookAtAll();
    expect((await list(`?contactId=${person.id}`)).items).toMatchObject([
      { kind: 'ask_access', times: 2, typed: { login: person.email.toUpperCase(), words: 'I am new' } },
    ]);
    expect((await ask({ login: person.email, kind: 'not_me' })).status).toBe(422);
  });

  it('is heard ten times in half an hour from one network; then it is told when, and each that was answered is a card (D7)', async () => {
    const before = (await list('?state=all&limit=100')).items.length;
    const answers = [];
    for (let n = 0; n < 11; n += 1)
      answers.push(await test.client().post('/portal/access-requests', { login: `flood${n}@nowhere.example` }));
    await test.app.get(HelpWorker).lookAtAll();
    const heard = answers.filter(({ status }) => status === 202).length;
    expect((await list('?state=all&limit=100')).items.length).toBe(before + heard);
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'access_request.too_many' } });
    expect(answers.at(-1)?.body.waitSeconds).toBeGreaterThan(0);
    expect(answers.at(-1)?.headers.get('retry-after')).toBe(String(answers.at(-1)?.body.waitSeconds));
  });
});

describe('people of a customer who manage colleagues', () => {
  const ask = async (login: string, name = 'Nils Ek') => {
    await rows(test.db, `DELETE FROM attempt_budgets`);
    await test.client().post('/portal/access-requests', { login, name, words: 'Please let me in' });
    await test.app.get(HelpWorker).lookAtAll();
    return (await list('?state=all')).first;
  };
  const asked = async (client: Client) =>
    (await client.get<z.output<typeof ColleagueRequestList>>('/portal/colleague-requests')).body.items;
  const answer = (client: Client, act: string, body?: object) =>
    client.post<{ code?: string; id?: string }>(`/portal/colleague-requests/${act}`, body);
  const handOver = (id: string, customerId: string) => staff.post(`/access-requests/${id}/ask`, { customerId });

  /** Somebody signed in who may invite, at a company of their own. */
  async function aLead(colleagueCap: number | null = null) {
    const owner = (await signedInStaff(test, 'owner')).client;
    const { id } = (await owner.post('/rights-profiles', { name: `Leads ${randomUUID()}`, rights: [...RIGHTS] })).body;
    const lead = await aPerson(owner);
    const at = `/customers/${lead.customerId}`;
    const { version } = (await owner.get(at)).body;
    await owner.patch(at, { rightsProfileId: id, colleagueCap }, { 'if-match': `"${version}"` });
    const { client } = await signIn(test, lead.email, await passwordOf(owner, lead.id));
    return { ...lead, client };
  }

  it('decide by themselves about who is on file with them only, and invite as ever; the card is done (C10, D7)', async () => {
    const [eva, other] = [await aLead(), await aLead()];
    const written = { firstName: 'Nils', lastName: 'Berg', email: 'nils.berg@nordic.example' };
    const nils = await newContact(staff, eva.customerId, written);
    const { id } = await ask('Nils.Berg@nordic.example', 'Somebody Else');
    const [one, ...rest] = await asked(eva.client);
    expect(rest).toEqual([]);
    expect(one).toEqual({
      id,
      firstName: 'Nils',
      lastName: 'Berg',
      login: 'Nils.Berg@nordic.example',
      email: 'Nils.Berg@nordic.example',
      isOnFile: true,
      at: expect.any(String),
    });
    expect(await asked(other.client)).toEqual([]);
    for (const act of ['invite', 'decline']) expect((await answer(other.client, `${id}/${act}`, {})).status).toBe(404);
    const elsewhere = { email: 'mallory@elsewhere.example', rights: ['case:read_own'] };
    expect((await answer(eva.client, `${id}/invite`, elsewhere)).body).toMatchObject({ id: nils.id, state: 'invited' });
    expect(await messagesAbout(test, nils.id)).toMatchObject([{ to: 'nils.berg@nordic.example' }]);
    expect(await asked(eva.client)).toEqual([]);
    const card = (await list(`?state=done&contactId=${nils.id}`)).first;
    expect(card.asked).toMatchObject({ byName: null, answer: 'invited', answeredByName: 'Eva Lind' });
    expect((await answer(eva.client, `${id}/decline`)).status).toBe(404);
  });

  it('are not asked about who is known twice, has access, or was closed out (AUT-4, AZN-2)', async () => {
    const [eva, other] = [await aLead(), await aLead()];
    const email = `twice-${randomUUID()}@nordic.example`;
    for (const { customerId } of [eva, other]) await newContact(staff, customerId, { email });
    const closed = await newContact(staff, eva.customerId, { email: 'out@nordic.example', isPortalUser: false });
    const cards = [];
    for (const login of [email, String(closed.email), 'nobody@nowhere.example', eva.email])
      cards.push(await ask(login));
    expect(cards.map((card) => card.asked)).toEqual([null, null, null, null]);
    const { id = '', canAsk } = cards.at(-1) ?? {};
    expect([canAsk, (await handOver(id, eva.customerId)).body.code]).toEqual([false, 'access_request.closed']);
    expect([await asked(eva.client), await asked(other.client)]).toEqual([[], []]);
  });

  it('are asked by staff about a stranger; declined, the card is back with staff, who may ask others (C10, D7)', async () => {
    const [eva, other] = [await aLead(0), await aLead()];
    const nobody = (await newCustomer(staff)).id;
    const { id, canAsk } = await ask('stranger@nordic.example', 'Nils Olof Ek');
    expect(canAsk).toBe(true);
    expect((await staff.get(`/access-requests/deciders?customerId=${eva.customerId}`)).body.items).toMatchObject([
      { name: 'Eva Lind' },
    ]);
    expect((await handOver(id, nobody)).body.code).toBe('access_request.nobody_decides');
    expect((await handOver(id, eva.customerId)).status).toBe(200);
    const [one] = await asked(eva.client);
    expect(one).toMatchObject({ firstName: 'Nils', lastName: 'Olof Ek', isOnFile: false });
    expect(JSON.stringify(one)).not.toContain('Please let me in');
    const whom = { firstName: 'Nils', lastName: 'Ek', email: 'stranger@nordic.example' };
    expect((await answer(eva.client, `${id}/invite`, { email: whom.email })).status).toBe(422);
    expect((await answer(eva.client, `${id}/invite`, whom)).body.code).toBe('colleague.cap_reached');
    expect(await asked(eva.client)).toHaveLength(1);
    expect((await answer(eva.client, `${id}/decline`)).status).toBe(200);
    expect(await asked(eva.client)).toEqual([]);
    const card = (await list()).items.find((open) => open.id === id);
    expect(card).toMatchObject({ doneAt: null, asked: { answer: 'declined', answeredByName: 'Eva Lind' } });
    await handOver(id, other.customerId);
    expect((await answer(other.client, `${id}/invite`, whom)).status).toBe(201);
    expect((await handOver(id, eva.customerId)).body.code).toBe('access_request.closed');
  });

  it('and staff answer at the same moment: one of them does (D7)', async () => {
    const eva = await aLead();
    const { id } = await ask(`race-${randomUUID()}@nordic.example`);
    await handOver(id, eva.customerId);
    const whom = { firstName: 'Nils', lastName: 'Ek', email: `race-${randomUUID()}@nordic.example` };
    const answers = await Promise.all([1, 2, 3].map(() => answer(eva.client, `${id}/invite`, whom)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const second = await ask(`race-${randomUUID()}@nordic.example`);
    await handOver(second.id, eva.customerId);
    await staff.post(`/access-requests/${second.id}/done`);
    expect(await asked(eva.client)).toEqual([]);
  });

  it('need the right to, and staff who look as they do change nothing (AZN-1, INV-10)', async () => {
    const eva = await aLead();
    const { id } = await ask(`seen-${randomUUID()}@nordic.example`);
    await handOver(id, eva.customerId);
    const { url } = (await staff.post<{ url: string }>(`/contacts/${eva.id}/view-as`, { reason: 'A question' })).body;
    const looking = test.client();
    await looking.post('/portal/view', { token: url.split('#t=')[1] });
    expect(await asked(looking)).toMatchObject([{ id }]);
    expect((await answer(looking, `${id}/decline`)).body.code).toBe('session.read_only');
    const twin = await newContact(staff, eva.customerId, { firstName: 'Eva', lastName: 'Twin' });
    await answer(eva.client, `${id}/decline`);
    await staff.post(`/contacts/${eva.id}/merge`, { into: twin.id });
    const card = (await list()).items.find((open) => open.id === id);
    expect(card?.asked).toMatchObject({ answer: 'declined', answeredByName: 'Eva Twin' });
    const person = await aPerson(staff);
    const { client } = await signIn(test, person.email, await passwordOf(staff, person.id));
    expect((await client.get('/portal/colleague-requests')).status).toBe(403);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.post(`/access-requests/${id}/ask`, { customerId: eva.customerId })).status).toBe(403);
  });
});

describe('"Did this answer your question?" (S4.13)', () => {
  const answer = (body: object) => test.client().post('/portal/help-answers', body);
  const read = async () => (await staff.get<z.output<typeof HelpAnswers>>('/help-answers')).body;

  it('is counted by place and day, a "no" with words that come later, and nobody is named (S4.13, INV-4)', async () => {
    const [yes, no] = [randomUUID(), randomUUID()];
    const words = 'I have <b>no</b> e-mail';
    const answers = [
      await answer({ id: yes, place: 'help', hasHelped: true }),
      await answer({ id: no, place: 'reset_asked', hasHelped: false }),
      await answer({ id: no, place: 'reset_asked', hasHelped: false }),
      await answer({ id: no, place: 'reset_asked', hasHelped: false, words: ` ${words} ` }),
      await answer({ id: no, place: 'reset_asked', hasHelped: false, words: 'And one more thing' }),
      await answer({ id: yes, place: 'help', hasHelped: false, words: 'Not any more' }),
    ];
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(await read()).toEqual({
      days: 90,
      places: [
        { place: 'help', yes: 1, no: 0 },
        { place: 'reset_asked', yes: 0, no: 1 },
      ],
      missed: [{ id: no, place: 'reset_asked', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), words }],
    });
    const kept = await rows(test.db, `SELECT * FROM help_answers WHERE id = $1`, [no]);
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(['day', 'has_helped', 'id', 'place', 'words']);
  });

  it('refuses what is no answer, and is read by staff only (S4.13, AZN-1)', async () => {
    const one = { id: randomUUID(), place: 'help', hasHelped: false };
    for (const wrong of [
      { ...one, place: 'elsewhere' },
      { ...one, words: 'x'.repeat(501) },
      { ...one, hasHelped: true, words: 'Thank you' },
      { ...one, login: 'eva@nordic.example' },
      { ...one, id: '018f3b1e-0000-7000-8000-000000000001' },
    ])
      expect((await answer(wrong)).status).toBe(422);
    expect((await test.client().get('/help-answers')).status).toBe(401);
  });

  it('is heard twenty times in half an hour from one network, and forgotten after 90 days (S4.13, D7, D26)', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 25 }, () => answer({ id: randomUUID(), place: 'link_ended', hasHelped: true })),
    );
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([202]));
    const counted = (await read()).places.find(({ place }) => place === 'link_ended');
    expect(counted?.yes).toBeLessThan(20);
    await rows(test.db, `UPDATE help_answers SET day = day - 91 WHERE place = 'link_ended'`);
    await test.app.get(HelpAnswersService).forgetOld();
    expect((await read()).places).toHaveLength(2);
  });
});
