import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson } from '../../../test/logins.js';
import { newContact } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import { LiveEvents } from '../../live/live-events.js';
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
