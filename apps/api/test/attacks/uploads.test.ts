import { request as httpRequest, type ClientRequest } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import type { Answer } from '../answer.js';
import { aCustomer, type Person, signedInContact } from '../case-people.js';
import type { Client } from '../client.js';

const test = useApp();
let customerId: string;

beforeAll(async () => {
  customerId = await aCustomer(test);
});

const PDF = Buffer.from('%PDF-1.4\ntrailer\n%%EOF\n');
const PATH = '/portal/case-files?name=a.pdf';
const upload = (client: Client, data: Uint8Array = PDF): Promise<Answer> =>
  client.post(PATH, data, { 'content-type': 'application/pdf' });
const ofSize = (bytes: number): Buffer => Buffer.concat([PDF, Buffer.alloc(bytes - PDF.length)]);

/** Begins an upload and never ends it. */
function begin({ client }: Person): ClientRequest {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { ...client.headers, cookie, 'content-type': 'application/pdf', 'content-length': '1000' };
  const sent = httpRequest(`${test.origin}/api/v1${PATH}`, { method: 'POST', headers });
  sent.on('error', () => undefined);
  sent.write(PDF);
  return sent;
}

describe('uploads of one contact (R12, D19)', () => {
  it('come five at once: those that do not end hold no more memory, and their places are free when they break off', async () => {
    const [person, colleague] = [await signedInContact(test, customerId), await signedInContact(test, customerId)];
    const hanging = Array.from({ length: 5 }, () => begin(person));
    const began = `SELECT coalesce(sum(used), 0)::int AS n FROM attempt_budgets WHERE kind = 'upload'`;
    await expect.poll(() => rows(test.db, began)).toEqual([{ n: 5 }]);
    const refused = await upload(person.client);
    expect(refused).toMatchObject({ status: 429, body: { code: 'file.too_many_at_once' } });
    expect(refused.headers.get('retry-after')).toBe('2');
    expect((await upload(colleague.client)).status).toBe(201);
    for (const one of hanging) one.destroy();
    await expect.poll(async () => (await upload(person.client)).status).toBe(201);
  });

  it('wait for a message with 50 MB in all, however small in number', async () => {
    const { client } = await signedInContact(test, customerId);
    const large = ofSize(10 * 1024 * 1024);
    for (let count = 0; count < 4; count += 1) expect((await upload(client, large)).status).toBe(201);
    const both = await Promise.all([upload(client, large), upload(client, large)]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409]);
    expect((await upload(client)).body.code).toBe('file.too_many');
    await rows(test.db, `DELETE FROM case_files WHERE case_id IS NULL`);
    expect((await upload(client)).status).toBe(201);
  });

  it('are begun sixty times an hour, whatever becomes of them', async () => {
    const { client } = await signedInContact(test, customerId);
    const broken = () => upload(client, Buffer.from('no pdf'));
    for (let count = 0; count < 60; count += 1) expect((await broken()).status).toBe(415);
    const refused = await upload(client);
    expect(refused).toMatchObject({ status: 429, body: { code: 'file.hourly_limit' } });
    expect(refused.body.waitSeconds).toBeGreaterThan(3_500);
    await rows(test.db, `UPDATE attempt_budgets SET next_at = now() WHERE kind = 'upload'`);
    expect((await upload(client)).status).toBe(201);
  });
});
