import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const ARRIVES_WITHIN_MS = 20_000;

/** What a mail server says to a receiver it does not know, and when it would rather be asked later. */
const ANSWERS = { 550: '5.1.1 No such mailbox here', 451: '4.7.1 Greylisted, please try again later' };

export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  /** Everything received, oldest first. */
  received: readonly Email[];
  /** Waits for the newest message to this address (whose subject contains the text) and takes it out of the pile. */
  messageTo(address: string, subject?: string): Promise<Email>;
  /** From now on says no to this address for good (550), or for the moment (451). */
  turnAway(address: string, code: keyof typeof ANSWERS): void;
  /** Takes messages for this address again. */
  welcome(address: string): void;
  /** Nobody listens any more; `start` listens again on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const received: Email[] = [];
  const turnedAway = new Map<string, keyof typeof ANSWERS>();
  let server: SMTPServer | undefined;
  let port = 0;
  const start = async (): Promise<void> => {
    const fresh = serverThat(received, turnedAway);
    await new Promise<void>((resolve) => fresh.listen(port, '127.0.0.1', () => resolve()));
    port = (fresh.server.address() as AddressInfo).port;
    server = fresh;
  };
  const stop = async (): Promise<void> => {
    const ending = server;
    server = undefined;
    if (ending) await new Promise<void>((resolve) => ending.close(resolve));
  };
  await start();
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    messageTo: (address, subject = '') => take(received, address, subject),
    turnAway: (address, code) => void turnedAway.set(address, code),
    welcome: (address) => void turnedAway.delete(address),
    start,
    stop,
  };
}

const serverThat = (received: Email[], turnedAway: Map<string, keyof typeof ANSWERS>): SMTPServer =>
  new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 50,
    onRcptTo: ({ address }, _session, done) => {
      const code = turnedAway.get(address);
      done(code ? Object.assign(new Error(ANSWERS[code]), { responseCode: code }) : null);
    },
    onData: (stream, _session, done) => {
      read(stream).then(
        (mail) => {
          received.push(mail);
          done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });

async function take(received: Email[], address: string, subject: string): Promise<Email> {
  const until = Date.now() + ARRIVES_WITHIN_MS;
  while (Date.now() < until) {
    const at = received.findLastIndex((mail) => isFor(mail, address) && mail.subject?.includes(subject));
    const [mail] = at >= 0 ? received.splice(at, 1) : [];
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const others = received.map((mail) => `${mail.to?.map((one) => one.address).join(', ')}: ${mail.subject}`);
  throw new Error(`No message to ${address} arrived. What did arrive: ${others.join('; ') || 'nothing'}`);
}

const isFor = (mail: Email, address: string): boolean => mail.to?.some((one) => one.address === address) ?? false;

async function read(stream: NodeJS.ReadableStream): Promise<Email> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return PostalMime.parse(Buffer.concat(parts));
}

/** The first address in the text part that contains the words; what a person would tap on. */
export function linkIn(mail: Email, part: string): string {
  const link = mail.text?.match(/https?:\/\/\S+/g)?.find((one) => one.includes(part));
  if (!link) throw new Error(`There is no link with ${part} in: ${mail.text}`);
  return link;
}
