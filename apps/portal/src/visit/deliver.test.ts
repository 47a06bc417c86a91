import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Report } from './deliver';

const SECRET = 'kept-in-the-label-0001';
const PHOTO = { id: 'one', name: 'IMG.jpg', file: new Blob(['x'], { type: 'image/jpeg' }) };

const report = (arrived: Record<string, string> = {}) =>
  ({
    id: 'key-1',
    label: 'HERE',
    deviceName: 'Gate 1',
    draft: { description: 'Stands still', answers: {}, answerPhotos: {}, photos: [PHOTO], noReply: false },
    template: undefined,
    reporter: {},
    language: 'en',
    arrived,
    writtenAt: '2026-01-01T00:00:00Z',
  }) as unknown as Report;

let asked: { path: string; body: unknown }[];
let mayComeBack: boolean;

/** A server whose visit is at another machine until this one's label is shown again. */
async function server(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace('/api/v1/portal', '');
  const isPhoto = path === '/visit/files';
  const body = isPhoto ? 'photo' : ((await request.json()) as unknown);
  asked.push({ path, body });
  const json = (status: number, value: unknown) =>
    new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
  const isBack = asked.some((one) => one.path === '/visits') && mayComeBack;
  if (path === '/visits') return mayComeBack ? json(200, {}) : json(401, { code: 'visit.refused', status: 401 });
  if (isPhoto) return json(201, { id: isBack ? 'photo-here' : 'photo-there' });
  return isBack
    ? json(201, { id: 'case', number: 7, followLink: '/f#x.y' })
    : json(401, { code: 'session.required', status: 401 });
}

beforeEach(() => {
  asked = [];
  vi.resetModules();
  vi.stubGlobal('window', { location: { pathname: '/p/HERE', origin: 'http://portal.example' } });
  vi.stubGlobal('takenAddress', { label: 'HERE', fragment: SECRET });
  vi.stubGlobal('fetch', (input: Request) => server(input));
});
afterEach(() => vi.unstubAllGlobals());

async function deliverHere(): Promise<string> {
  const { client } = await import('@latchkey/api-client');
  client.setConfig({ baseUrl: 'http://portal.example', fetch: (input) => server(input as Request) });
  const { deliver } = await import('./deliver');
  return (await deliver(report())).step;
}

it('brings the visit back to its own machine, with its photos, when another tab has scanned another (INV-7)', async () => {
  mayComeBack = true;
  expect(await deliverHere()).toBe('sent');
  expect(asked.map(({ path }) => path)).toEqual([
    '/visit/files',
    '/visit/cases',
    '/visits',
    '/visit/files',
    '/visit/cases',
  ]);
  expect(asked[2]?.body).toEqual({ label: 'HERE', secret: SECRET });
  expect(asked.at(-1)?.body).toMatchObject({ label: 'HERE', fileIds: ['photo-here'] });
});

it('waits for the PIN where the visit cannot come back', async () => {
  mayComeBack = false;
  expect(await deliverHere()).toBe('failed');
  expect(asked.map(({ path }) => path)).toEqual(['/visit/files', '/visit/cases', '/visits']);
});
