import { ImapFlow } from 'imapflow';
import type { Config } from '../../config/config.js';
import { LOOPBACK } from '../delivery/smtp-options.js';
import type { StoredMailbox } from './bounce-settings.dto.js';

/** One folder of a mailbox while it is open. */
export interface Folder {
  /** Where it changes, the numbers mean other messages. */
  uidValidity: string;
  /** Numbers of unread messages above `uid`, ascending. */
  unreadAfter(uid: number): Promise<number[]>;
  /** The first `most` bytes, and the whole size. Does not mark it as read. */
  read(uid: number, most: number): Promise<{ bytes: Buffer; size: number } | undefined>;
  markRead(uid: number): Promise<void>;
}

const TIMEOUT_MS = 15_000;

function clientOf(mailbox: StoredMailbox, password: string, config: Config): ImapFlow {
  const { host, port, secure, user } = mailbox;
  // As for sending (MSG-9): in production what leaves the machine is encrypted and verified, whatever was chosen.
  const production = config.mode === 'production';
  const isPlain = secure === 'none' && (!production || LOOPBACK.test(host));
  const client = new ImapFlow({
    host,
    port,
    secure: secure === 'tls',
    ...(secure === 'tls' ? {} : { doSTARTTLS: !isPlain }),
    tls: { rejectUnauthorized: production, minVersion: 'TLSv1.2' },
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: 2 * TIMEOUT_MS,
  });
  // What breaks is told to whoever waits for an answer; without a listener it would end the process.
  client.on('error', () => undefined);
  return client;
}

const folderOf = (client: ImapFlow, uidValidity: string): Folder => ({
  uidValidity,
  unreadAfter: async (uid) => {
    const found = (await client.search({ seen: false, uid: `${uid + 1}:*` }, { uid: true })) || [];
    // "n:*" always names the last message, however small its number is.
    return found.filter((one) => one > uid).toSorted((one, other) => one - other);
  },
  read: async (uid, most) => {
    const found = await client.fetchOne(`${uid}`, { size: true, source: { start: 0, maxLength: most } }, { uid: true });
    return found && found.source ? { bytes: found.source, size: found.size ?? found.source.length } : undefined;
  },
  markRead: async (uid) => {
    await client.messageFlagsAdd(`${uid}`, ['\\Seen'], { uid: true });
  },
});

/** Opens the folder, does the work and leaves, whatever happens. Throws what the server or the network says. */
export async function inFolder<T>(
  mailbox: StoredMailbox & { password: string },
  config: Config,
  work: (folder: Folder) => Promise<T>,
): Promise<T> {
  const client = clientOf(mailbox, mailbox.password, config);
  try {
    await client.connect();
    const lock = await client.getMailboxLock(mailbox.folder);
    try {
      return await work(folderOf(client, client.mailbox ? `${client.mailbox.uidValidity}` : ''));
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}
