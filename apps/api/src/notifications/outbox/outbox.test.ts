import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { CANARY, enqueue, reach, registerTestKind } from '../../../test/messages.js';
import { KEPT } from '../delivery/delivery.js';
import { DeliveryWorker } from '../delivery/delivery.worker.js';

describe('the Outbox pages of the demo', () => {
  const test = useApp({ MODE: 'demo' });
  const nothing = '01900000-0000-7000-8000-00000000dead';

  beforeAll(() => registerTestKind(test));

  it('show a message that was kept here as its receiver sees it, links working, with its timeline', async () => {
    test.app.get(DeliveryWorker).start();
    const id = await enqueue(test, {
      body: 'Dear {{name}}: http://localhost:3000/activate#t={{secret}}\n<script>alert(1)</script>',
    });
    expect(await reach(test, id, (row) => row.state === 'accepted')).toMatchObject({ details: [null, KEPT] });
    const client = test.client();
    const inbox = await client.get('/outbox');
    expect(inbox.status).toBe(200);
    expect(inbox.body).toContain(`href="/outbox/${id}"`);
    expect(inbox.body).toContain('For Eva');
    const { body } = await client.get(`/outbox/${id}`);
    expect(body).toContain(KEPT);
    expect(body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(body).toContain(`href="http://localhost:3000/activate#t&#x3D;${CANARY}" target="_blank"`);
    const html = await client.get(`/outbox/${id}/html`);
    expect(html.body).toContain(CANARY);
    for (const page of [body, html.body]) expect(page).not.toContain('<script');
  });

  it('run no script, frame only themselves, and are never stored (D14, CFG-2)', async () => {
    const id = await enqueue(test);
    const client = test.client();
    const policy = async (path: string) => (await client.get(path)).headers.get('content-security-policy') ?? '';
    for (const path of ['/outbox', `/outbox/${id}`, `/outbox/${id}/html`]) {
      expect(await policy(path)).not.toContain('script-src');
      expect(await policy(path)).toContain("default-src 'none'");
      expect((await client.get(path)).headers.get('cache-control')).toBe('no-store');
    }
    expect(await policy(`/outbox/${id}`)).toContain("frame-src 'self'");
    expect(await policy(`/outbox/${id}`)).toContain("frame-ancestors 'none'");
    expect(await policy(`/outbox/${id}/html`)).toContain('sandbox allow-popups');
    expect(await policy('/api/v1/settings')).not.toContain('frame-src');
  });

  it('find by address, escape what was typed, and answer 404 and 400 like every route', async () => {
    const id = await enqueue(test, { to: 'Findme@nordic.example' });
    const client = test.client();
    expect((await client.get('/outbox?to=findme@')).body).toContain(id);
    const none = await client.get(`/outbox?to=${encodeURIComponent('"><script>x')}`);
    expect(none.body).toContain('No message yet');
    expect(none.body).not.toContain('<script');
    expect((await client.get(`/outbox/${nothing}`)).status).toBe(404);
    expect((await client.get('/outbox/not-an-id')).status).toBe(400);
  });
});

describe('the Outbox pages outside demo and development', () => {
  const test = useApp();

  it('do not exist (MSG-6)', async () => {
    const id = await enqueue(test);
    for (const path of ['/outbox', `/outbox/${id}`, `/outbox/${id}/html`])
      expect((await test.client().get(path)).body.code).toBe('route.not_found');
  });
});
