import { client, getStaffSession, listStaffNames, signInStaff } from '@latchkey/api-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onSignedOut } from './session';

/** Whether the session goes on under a new id. */
let isIn = false;

/** Answers with a 401; the code tells a lost session from a wrong password. */
const server: Server = createServer((request, response) => {
  if (isIn && request.method === 'GET' && request.url?.endsWith('/session')) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{}');
    return;
  }
  const code = request.method === 'POST' ? 'sign_in.failed' : 'session.required';
  response.writeHead(401, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ status: 401, code, title: request.headers['x-requested-with'] ?? 'no header' }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client.setConfig({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
afterAll(() => {
  server.close();
});

describe('onSignedOut', () => {
  const heard = vi.fn<() => void>();
  beforeAll(() => onSignedOut(heard));

  const refused = () => expect(listStaffNames()).rejects.toMatchObject({ code: 'session.required', title: 'latchkey' });

  it('does not hear of a request that a new id of the session has overtaken, nor of a wrong password (SES-1)', async () => {
    isIn = true;
    await refused();
    await expect(signInStaff({ body: { email: 'a@b.example', password: 'x' } })).rejects.toMatchObject({
      code: 'sign_in.failed',
    });
    await expect(getStaffSession()).resolves.toMatchObject({ data: {} });
    expect(heard).not.toHaveBeenCalled();
  });

  it('hears of a lost session from any request', async () => {
    isIn = false;
    await refused();
    await expect.poll(() => heard.mock.calls.length).toBe(1);
  });
});
