import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rows } from '../src/db/sql.js';
import type { TestApp } from './app.js';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface FakeProvider {
  origin: string;
  asked: Asked[];
  /** How it answers from now on; an answer to what it was asked. */
  behave(answer: (asked: Asked) => { status: number; text: string }): void;
  stop(): Promise<void>;
}

const TAKEN = { status: 202, text: '{"ok":true}' };

/** An SMS provider on loopback that speaks HTTP, as the real ones do. */
export async function startSmsProvider(): Promise<FakeProvider> {
  const asked: Asked[] = [];
  let answer: (one: Asked) => { status: number; text: string } = () => TAKEN;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      asked.push(one);
      const { status, text } = answer(one);
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    behave: (how) => (answer = how),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Writes into the SMS settings, as the settings page would. */
export const useSms = (test: Pick<TestApp, 'db'>, sms: Record<string, unknown>): Promise<unknown> =>
  rows(
    test.db,
    `UPDATE settings SET data = jsonb_set(data, '{sms}', coalesce(data -> 'sms', '{}') || $1::jsonb), version = version + 1 WHERE id = 1`,
    [JSON.stringify(sms)],
  );
