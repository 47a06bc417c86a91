import type { AddressInfo, Server } from 'node:net';
// @ts-expect-error -- it brings no types
import hoodiecrow from 'hoodiecrow-imap';

interface Message {
  uid: number;
  flags: string[];
}

/** What we use of hoodiecrow. */
interface Hoodiecrow {
  server: Server;
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
  appendMessage(folder: string, flags: string[], date: null, raw: string): void;
  getMailbox(path: string): { messages: Message[]; uidvalidity: number };
}

export interface ImapServer {
  /** As the settings name it; user and password are right. */
  settings: { host: string; port: number; secure: 'none'; user: string; password: string; folder: string };
  put(...mails: Buffer[]): void;
  /** Flags of each message, in order. */
  flags(): string[][];
  stop(): Promise<void>;
}

/** A real IMAP server on loopback with one mailbox. */
export async function startImapServer(): Promise<ImapServer> {
  const server = (hoodiecrow as (options: object) => Hoodiecrow)({
    plugins: ['UIDPLUS'],
    storage: { INBOX: { messages: [] } },
    users: { bounces: { password: 'in the box' } },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    settings: { host: '127.0.0.1', port, secure: 'none', user: 'bounces', password: 'in the box', folder: 'INBOX' },
    put: (...mails) => {
      for (const mail of mails) server.appendMessage('INBOX', [], null, mail.toString());
    },
    flags: () => server.getMailbox('INBOX').messages.map(({ flags }) => flags.filter((flag) => flag === '\\Seen')),
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
