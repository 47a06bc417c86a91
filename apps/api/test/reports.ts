import { newId } from '../src/db/id.js';
import { rows } from '../src/db/sql.js';
import type { Answer } from './answer.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import type { Place } from './visits.js';

/** The smallest PNG that a decoder accepts. */
export const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const EMAIL = 'eva@nordic.example';

/** What became of a report, or why it was refused. */
interface Reported {
  id: string;
  number: number;
  followLink: string;
  code: string;
  challenge: unknown;
  errors: { pointer: string }[];
}

/** A report as the phone sends it. */
export const reportByLabel = (visit: Client, more: object = {}, key = newId()): Promise<Answer<Reported>> =>
  visit.post(
    '/portal/visit/cases',
    { description: 'It stands still.\nSince noon.', fileIds: [], reporter: { email: EMAIL }, language: 'en', ...more },
    { 'idempotency-key': key },
  );

/** Changes what the portal of a place asks and shows, as staff would. */
export async function setPortal(
  test: TestApp,
  { deploymentId }: Place,
  columns: Record<string, unknown>,
): Promise<void> {
  for (const [column, value] of Object.entries(columns))
    await rows(test.db, `UPDATE deployment_portals SET ${column} = $2 WHERE deployment_id = $1`, [deploymentId, value]);
}

export interface MadeTemplate {
  id: string;
  versionId: string;
  version: number;
}

let count = 0;

/** "Robot does not move": a question, one that hangs on it, and a photo. */
export async function aTemplate(admin: Client, more: object = {}): Promise<MadeTemplate> {
  const name = `Robot does not move ${(count += 1)}`;
  const when = { question: 'lamp', equals: true };
  const content = {
    texts: { en: { name }, de: { name: 'Roboter fährt nicht' } },
    questions: [
      { key: 'lamp', type: 'yes_no', required: true, labels: { en: 'Is the lamp red?' } },
      { key: 'code', type: 'number', required: true, unit: 'E', labels: { en: 'Code' }, shownWhen: when },
      { key: 'photo', type: 'photo', required: false, labels: { en: 'Photo' } },
    ],
  };
  const answer = await admin.post('/case-templates', { name, content, priority: 'high', ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body as unknown as MadeTemplate;
}

/** Takes a photo, as the phone sends it. */
export const photo = async (client: Client, path = '/portal/visit/files'): Promise<Answer> =>
  client.post(`${path}?name=IMG_0001.png`, PHOTO, { 'content-type': 'image/png' });

/** Opens a follow link in another browser. */
export async function opened(test: TestApp, followLink: string): Promise<Client> {
  const client = test.client();
  const [, follow = '', secret = ''] = /^\/f#([\w-]{36})\.([\w-]{43})$/.exec(followLink) ?? [];
  const answer = await client.post('/portal/follow/session', { follow, secret });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return client;
}
