import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aCustomer, type Person, report, signedInContact } from '../../../test/case-people.js';
import type { Answer } from '../../../test/answer.js';
import type { Client } from '../../../test/client.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { LooseFiles } from './loose-files.js';

const test = useApp();
let agent: { client: Client; id: string };
let person: Person;

const GPS = { IFD0: { Copyright: 'SECRET-OWNER' }, IFD3: { GPSLatitude: '59/1 19/1 0/1', GPSLatitudeRef: 'N' } };
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } });
const picture = (type: 'jpeg' | 'png' | 'webp' = 'png', width = 40, height = 30): Promise<Buffer> =>
  blank(width, height).toFormat(type).toBuffer();
const PDF = Buffer.from('%PDF-1.4\n%âãÏÓ\ntrailer\n%%EOF\n', 'latin1');

const upload = (client: Client, data: Uint8Array, [type, name]: [string, string?] = ['image/png']): Promise<Answer> =>
  client.post(`/portal/case-files?name=${encodeURIComponent(name ?? 'photo.png')}`, data, {
    'content-type': type,
  });
const staffUpload = (data: Uint8Array, type = 'image/png'): Promise<Answer> =>
  agent.client.post('/case-files?name=plan.pdf', data, { 'content-type': type });
const stored = async (id: string): Promise<Buffer> =>
  (await rows<{ data: Buffer }>(test.db, `SELECT data FROM case_files WHERE id = $1`, [id]))[0]!.data;

beforeAll(async () => {
  agent = await signedInStaff(test, 'agent');
  person = await signedInContact(test, await aCustomer(test));
});

describe('POST /portal/case-files (INP-9, D19)', () => {
  it('draws a picture anew: no EXIF, no GPS, upright, at most 2560 px', async () => {
    const photo = await blank(3000, 1000).withMetadata({ orientation: 6 }).withExifMerge(GPS).jpeg().toBuffer();
    const taken = await sharp(photo).metadata();
    expect([taken.exif?.includes('SECRET-OWNER'), taken.orientation]).toEqual([true, 6]);
    const answer = await upload(person.client, photo, ['image/jpeg', 'IMG 1.jpg']);
    expect(answer.status).toBe(201);
    const kept = await stored(answer.body.id);
    const metadata = await sharp(kept).metadata();
    expect(answer.body).toEqual({ id: expect.any(String), name: 'IMG 1.jpg', type: 'image/jpeg', size: kept.length });
    expect(metadata).toMatchObject({ format: 'jpeg', width: 853, height: 2560 });
    expect([metadata.exif, metadata.xmp, metadata.orientation, kept.includes('SECRET-OWNER')]).toEqual([
      undefined,
      undefined,
      undefined,
      false,
    ]);
  });

  it.each(['png', 'webp', 'jpeg'] as const)('takes %s', async (type) => {
    expect((await upload(person.client, await picture(type), [`image/${type}`])).status).toBe(201);
  });

  it('keeps a PDF as it is', async () => {
    const answer = await upload(person.client, PDF, ['application/pdf', 'plan.pdf']);
    expect(await stored(answer.body.id)).toEqual(PDF);
  });

  it.each([
    ['another content type', 'image/svg+xml', Buffer.from('<svg/>')],
    ['JSON', 'application/json', Buffer.from('{}')],
    ['CSV', 'text/csv', Buffer.from('a;b')],
    ['bytes that are not what the type says', 'image/png', PDF],
    ['a page that claims to be a PDF', 'application/pdf', Buffer.from('<html>%PDF-')],
    ['nothing', 'image/png', Buffer.alloc(0)],
  ])('refuses %s with 415', async (_what, type, data) => {
    expect((await upload(person.client, data, [type])).status).toBe(415);
  });

  it('refuses a broken picture and one of more than 50 megapixels with 422', async () => {
    const whole = await picture('png', 400, 400);
    expect((await upload(person.client, whole.subarray(0, whole.length / 2))).body.code).toBe('file.unreadable');
    const bomb = await picture('png', 9000, 6000);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await upload(person.client, bomb)).body.code).toBe('file.unreadable');
  });

  it('stops reading after 10 MB with 413, whether the length is announced or not', async () => {
    const large = Buffer.alloc(10 * 1024 * 1024 + 1);
    PDF.copy(large);
    expect((await upload(person.client, large, ['application/pdf'])).body.code).toBe('file.too_large');
    const chunked = await fetch(`${test.origin}/api/v1/portal/case-files?name=x`, {
      method: 'POST',
      headers: {
        ...person.client.headers,
        cookie: [...person.client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'application/pdf',
      },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit & { duplex: string });
    expect([chunked.status, ((await chunked.json()) as { code: string }).code]).toEqual([413, 'file.too_large']);
    expect((await upload(person.client, large.subarray(0, -1), ['application/pdf'])).status).toBe(201);
  });

  it('needs a name, a session, and a right to report or answer', async () => {
    expect((await person.client.post('/portal/case-files', PDF, { 'content-type': 'application/pdf' })).status).toBe(
      400,
    );
    expect((await upload(test.client(), PDF, ['application/pdf'])).status).toBe(401);
    const reader = await signedInContact(test, await aCustomer(test, 'Reader', { profile: 'readOnly' }));
    expect((await upload(reader.client, PDF, ['application/pdf'])).body.code).toBe('access.denied');
    expect((await upload(agent.client, PDF, ['application/pdf'])).status).toBe(401);
    const viewer = await signedInStaff(test, 'viewer');
    expect((await viewer.client.post('/case-files?name=x', PDF, { 'content-type': 'application/pdf' })).status).toBe(
      403,
    );
  });

  it('keeps at most 20 unattached ones of a person, also when the last come at once', async () => {
    const eager = await signedInContact(test, person.customerId);
    const small = await picture('png', 2, 2);
    for (let count = 0; count < 18; count += 1) expect((await upload(eager.client, small)).status).toBe(201);
    const answers = await Promise.all(Array.from({ length: 5 }, () => upload(eager.client, small)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.filter(({ body }) => body.code === 'file.too_many')).toHaveLength(3);
  });

  it('forgets those that no message named within a day', async () => {
    const [old, young] = [
      (await upload(person.client, PDF, ['application/pdf'])).body.id,
      (await upload(person.client, PDF, ['application/pdf'])).body.id,
    ];
    const used = (await report(person, 'With file', { fileIds: [young] })).status;
    await rows(test.db, `UPDATE case_files SET created_at = now() - interval '25 hours' WHERE id = ANY($1)`, [
      [old, young],
    ]);
    expect([used, await test.app.get(LooseFiles).sweep()]).toEqual([201, 1]);
    expect(await rows(test.db, `SELECT id FROM case_files WHERE id = ANY($1)`, [[old, young]])).toEqual([
      { id: young },
    ]);
  });
});

describe('files of messages', () => {
  const fresh = async (client = person.client): Promise<string> =>
    (await upload(client, PDF, ['application/pdf', 'plan.pdf'])).body.id;

  it('belong to the message that names them, once, and to nobody else’s (AZN-4)', async () => {
    const id = await fresh();
    const opened = await report(person, 'Files', { fileIds: [id] });
    expect((await person.client.get(`/portal/cases/${opened.body.id}`)).body.messages[0]!.files).toEqual([
      { id, name: 'plan.pdf', type: 'application/pdf', size: PDF.length },
    ]);
    expect((await agent.client.get(`/cases/${opened.body.id}/messages`)).body.items[0]!.files).toHaveLength(1);
    const foreign = await signedInContact(test, person.customerId);
    const before = (await rows(test.db, `SELECT id FROM cases`)).length;
    for (const fileIds of [[id], [newId()], [await fresh(foreign.client)]]) {
      expect((await report(person, 'Not mine', { fileIds })).body.errors).toMatchObject([{ pointer: '/fileIds' }]);
      expect(
        (await person.client.post(`/portal/cases/${opened.body.id}/messages`, { body: 'x', fileIds })).status,
      ).toBe(422);
    }
    expect(await rows(test.db, `SELECT id FROM cases`)).toHaveLength(before);
    const six = await Promise.all(Array.from({ length: 6 }, () => fresh()));
    expect((await report(person, 'Six', { fileIds: six })).status).toBe(422);
  });

  it('are at most 25 MB a case', async () => {
    const opened = (await report(person, 'Heavy')).body.id;
    const ids = await Promise.all([fresh(), fresh(), fresh()]);
    await rows(test.db, `UPDATE case_files SET size = 9 * 1024 * 1024 WHERE id = ANY($1)`, [ids]);
    expect(
      (await person.client.post(`/portal/cases/${opened}/messages`, { body: 'two', fileIds: ids.slice(0, 2) })).status,
    ).toBe(201);
    expect(
      (await person.client.post(`/portal/cases/${opened}/messages`, { body: 'three', fileIds: ids.slice(2) })).body
        .errors,
    ).toMatchObject([{ code: 'file.too_many' }]);
  });

  it('come as what cannot do harm', async () => {
    const id = (await upload(person.client, await picture(), ['image/png', 'a"b/ö\\c%.png'])).body.id;
    const answer = await person.client.get(`/portal/case-files/${id}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="a_b___c_.png"; filename*=UTF-8''a%22b%2F%C3%B6%5Cc%25.png`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await person.client.get(`/portal/case-files/${await fresh()}`)).headers.get('content-disposition')).toMatch(
      /^attachment;/,
    );
  });

  it('are seen by those who see the message: never those of an internal note by a contact (AZN-2)', async () => {
    const opened = (await report(person, 'Hidden')).body.id;
    const [open, hidden] = [
      (await staffUpload(PDF, 'application/pdf')).body.id,
      (await staffUpload(PDF, 'application/pdf')).body.id,
    ];
    expect((await person.client.get(`/portal/case-files/${open}`)).status).toBe(404);
    await agent.client.post(`/cases/${opened}/messages`, { visibility: 'public', body: 'see', fileIds: [open] });
    await agent.client.post(`/cases/${opened}/messages`, { visibility: 'internal', body: 'note', fileIds: [hidden] });
    expect((await person.client.get(`/portal/case-files/${open}`)).status).toBe(200);
    expect((await person.client.get(`/portal/case-files/${hidden}`)).status).toBe(404);
    const colleague = await signedInContact(test, person.customerId);
    const foreign = await signedInContact(test, await aCustomer(test, 'F', { profile: 'wholeCompany' }));
    for (const { client } of [colleague, foreign])
      expect((await client.get(`/portal/case-files/${open}`)).status).toBe(404);
    const viewer = await signedInStaff(test, 'viewer');
    expect([
      (await viewer.client.get(`/case-files/${hidden}`)).status,
      (await viewer.client.get(`/case-files/${await fresh()}`)).status,
    ]).toEqual([200, 404]);
    for (const path of [`/case-files/${open}`, `/portal/case-files/${open}`])
      expect((await test.client().get(path)).status).toBe(401);
  });
});
