import { client, listStaffNames, signInStaff } from '@latchkey/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onSignedOut } from './session';

/** Answers every request with a 401; the code tells a lost session from a wrong password. */
const server: Server = createServer((request, response) => {
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
  it('hears of a lost session from any request, and not of a wrong password', async () => {
    let times = 0;
    onSignedOut(() => (times += 1));
    await expect(listStaffNames()).rejects.toMatchObject({ code: 'session.required', title: 'latchkey' });
    await expect(signInStaff({ body: { email: 'a@b.example', password: 'x' } })).rejects.toMatchObject({
      code: 'sign_in.failed',
    });
    expect(times).toBe(1);
  });
});
