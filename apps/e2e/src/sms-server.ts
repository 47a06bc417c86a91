import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const ARRIVES_WITHIN_MS = 20_000;

export interface Texted {
  to: string;
  text: string;
}

export interface SmsServer {
  url: string;
  /** Waits for an SMS to this number, E.164. */
  smsTo(number: string): Promise<Texted>;
  stop(): Promise<void>;
}

/** An SMS provider on loopback that takes one JSON request for each SMS and keeps it. */
export async function startSmsServer(): Promise<SmsServer> {
  const received: Texted[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      received.push(JSON.parse(body) as Texted);
      response.writeHead(202, { 'content-type': 'application/json' }).end('{"state":"on its way"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    smsTo: async (number) => {
      const until = Date.now() + ARRIVES_WITHIN_MS;
      for (;;) {
        const found = received.find(({ to }) => to === number);
        if (found) return found;
        if (Date.now() > until) throw new Error(`No SMS to ${number} among ${JSON.stringify(received)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
