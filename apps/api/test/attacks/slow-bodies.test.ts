import { connect, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testConfig, useApp } from '../app.js';
import type { Client } from '../client.js';
import { signedInStaff } from '../staff.js';

const test = useApp({ RECEIVE_HEADERS_SECONDS: '1', RECEIVE_JSON_SECONDS: '1', RECEIVE_UPLOAD_SECONDS: '5' });
const open: Socket[] = [];
let admin: Client;

beforeAll(async () => {
  admin = (await signedInStaff(test, 'admin')).client;
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

interface Slow {
  said: () => string;
  /** Milliseconds from the first byte to the end of the connection. */
  ended: Promise<number>;
}

/** Writes `start` at once and then a byte every 100 ms, for as long as the server listens. */
function drip(start: string, byte: string): Slow {
  const { hostname, port } = new URL(test.origin);
  const socket = connect(Number(port), hostname);
  open.push(socket);
  let said = '';
  const began = Date.now();
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  socket.on('error', () => undefined);
  socket.write(start);
  const timer = setInterval(() => socket.writable && socket.write(byte), 100);
  const ended = new Promise<number>((resolve) => {
    socket.once('close', () => {
      clearInterval(timer);
      resolve(Date.now() - began);
    });
  });
  return { said: () => said, ended };
}

function head(route: string, type: string, more: readonly string[] = []): string {
  const { hostname, port } = new URL(test.origin);
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const lines = [`${route} HTTP/1.1`, `host: ${hostname}:${port}`, `cookie: ${cookie}`, 'x-requested-with: latchkey'];
  return [...lines, `content-type: ${type}`, ...more, '', ''].join('\r\n');
}

const LENGTH = ['content-length: 100000'];

describe('a request that does not come to its end (R11)', () => {
  it.each([
    ['announced', LENGTH, ' '],
    ['in chunks', ['transfer-encoding: chunked'], '1\r\n \r\n'],
  ])('is given up with 408 after the time for JSON when its body drips, %s', async (_how, headers, byte) => {
    const slow = drip(head('POST /api/v1/portal/sign-in', 'application/json', headers), byte);
    const took = await slow.ended;
    expect(slow.said()).toMatch(/^HTTP\/1\.1 408 [\s\S]*connection: close[\s\S]*"code":"request\.timeout"/i);
    expect(took).toBeGreaterThan(900);
    expect(took).toBeLessThan(4_000);
  });

  it('takes longer for a file, and is given up then too', async () => {
    const slow = drip(head('POST /api/v1/case-files?name=a.pdf', 'application/pdf', LENGTH), '%');
    const took = await slow.ended;
    expect(took).toBeGreaterThan(4_500);
    expect(took).toBeLessThan(9_000);
  });

  it('is given up when only its head drips', async () => {
    const slow = drip(`GET /api/v1/portal/company HTTP/1.1\r\nx-slow: `, 'a');
    expect(await slow.ended).toBeLessThan(4_000);
    expect(slow.said()).toMatch(/^(HTTP\/1\.1 408|$)/);
  });

  it('does not disturb one that arrives in time, nor the next on its connection', async () => {
    const body = '{"identifier":"nobody@nowhere.example","secret":"x"}';
    const start = head('POST /api/v1/portal/sign-in', 'application/json', [`content-length: ${body.length}`]);
    const { hostname, port } = new URL(test.origin);
    const socket = connect(Number(port), hostname);
    open.push(socket);
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    const answers = () => said.match(/HTTP\/1\.1 401/g)?.length ?? 0;
    for (const round of [1, 2]) {
      socket.write(start + body.slice(0, 10));
      await new Promise((resolve) => setTimeout(resolve, 600));
      socket.write(body.slice(10));
      await expect.poll(answers).toBe(round);
    }
    expect(said).not.toContain('408');
  });
});

it('allows 10 seconds for the head, 30 for JSON and 300 for a file unless configured otherwise', () => {
  expect(testConfig(test.config.database.url).receiveSeconds).toEqual({ headers: 10, json: 30, upload: 300 });
});
