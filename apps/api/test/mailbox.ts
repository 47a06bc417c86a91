import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Received {
  /** What went over the wire. */
  raw: string;
  mail: Email;
  envelope: { from: string; to: string[] };
  at: number;
}

export interface Mailbox {
  port: number;
  /** For SMTP_URL. */
  url: string;
  received: Received[];
  /** Now and at most: messages in the hands of this server. */
  open: { now: number; most: number; mostByDomain: Map<string, number> };
  /** How it behaves from now on. `delay`: milliseconds before the last 250, for all or by the receiver's domain. */
  behave(change: Partial<Behaviour>): void;
  /** Waits until that many messages have arrived. */
  waitFor(count: number, milliseconds?: number): Promise<Received[]>;
  /** Nobody listens any more; `start` listens again on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface Behaviour {
  rcpt: { code: number; text: string } | null;
  data: { code: number; text: string } | null;
  delay: number | ((domain: string) => number);
}

const failure = ({ code, text }: { code: number; text: string }) =>
  Object.assign(new Error(text), { responseCode: code });
const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const text = async (stream: NodeJS.ReadableStream): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

class TestMailbox implements Mailbox {
  port = 0;
  readonly received: Received[] = [];
  readonly open = { now: 0, most: 0, mostByDomain: new Map<string, number>() };
  private readonly openByDomain = new Map<string, number>();
  private readonly behaviour: Behaviour = { rcpt: null, data: null, delay: 0 };
  private server: SMTPServer | undefined;

  constructor(private readonly options: SMTPServerOptions) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  behave(change: Partial<Behaviour>): void {
    Object.assign(this.behaviour, change);
  }

  async waitFor(count: number, milliseconds = 15_000): Promise<Received[]> {
    const until = Date.now() + milliseconds;
    while (this.received.length < count) {
      if (Date.now() > until) throw new Error(`${this.received.length} of ${count} messages arrived`);
      await sleep(20);
    }
    return this.received;
  }

  async start(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      closeTimeout: 50,
      ...this.options,
      onRcptTo: (_address, _session, done) => done(this.behaviour.rcpt ? failure(this.behaviour.rcpt) : null),
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map((one) => one.address);
        this.take(stream, { from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '', to }).then(
          () => done(),
          done,
        );
      },
    });
    server.on('error', () => undefined);
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', () => resolve()));
    this.port = (server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private async take(stream: NodeJS.ReadableStream, envelope: { from: string; to: string[] }): Promise<void> {
    const domain = envelope.to[0]?.split('@')[1] ?? '';
    this.count(domain, 1);
    try {
      const raw = await text(stream);
      if (this.behaviour.data) throw failure(this.behaviour.data);
      const { delay } = this.behaviour;
      await sleep(typeof delay === 'number' ? delay : delay(domain));
      this.received.push({ raw, mail: await PostalMime.parse(raw), envelope, at: Date.now() });
    } finally {
      this.count(domain, -1);
    }
  }

  private count(domain: string, step: 1 | -1): void {
    this.open.now += step;
    this.openByDomain.set(domain, (this.openByDomain.get(domain) ?? 0) + step);
    this.open.most = Math.max(this.open.most, this.open.now);
    this.open.mostByDomain.set(
      domain,
      Math.max(this.open.mostByDomain.get(domain) ?? 0, this.openByDomain.get(domain) ?? 0),
    );
  }
}

/** A real SMTP server on loopback. `options` as of smtp-server, for TLS and passwords. */
export async function startMailbox(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mailbox = new TestMailbox(options);
  await mailbox.start();
  return mailbox;
}
