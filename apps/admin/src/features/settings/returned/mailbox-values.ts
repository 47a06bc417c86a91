import type { Secure } from '../mail-values';
import type { BounceSettings, SetBounceMailbox } from './returned.api';

/** Where IMAP servers usually listen. */
export const IMAP_PORTS: Record<Secure, number> = { tls: 993, starttls: 143, none: 143 };
export const FOLDER = 'INBOX';

export interface MailboxValues extends Record<string, unknown> {
  host: string;
  port: number | string;
  secure: Secure;
  user: string;
  /** Empty keeps the stored one, which never leaves the server. */
  password: string;
  folder: string;
}

export const readMailbox = ({ mailbox }: Pick<BounceSettings, 'mailbox'>): MailboxValues => ({
  host: mailbox?.host ?? '',
  port: mailbox?.port ?? IMAP_PORTS.tls,
  secure: mailbox?.secure ?? 'tls',
  user: mailbox?.user ?? '',
  password: '',
  folder: mailbox?.folder ?? FOLDER,
});

export const writeMailbox = ({ password, port, ...rest }: MailboxValues): SetBounceMailbox => ({
  host: rest.host.trim(),
  port: Number(port) || IMAP_PORTS[rest.secure],
  secure: rest.secure,
  user: rest.user.trim(),
  folder: rest.folder.trim() || FOLDER,
  ...(password === '' ? {} : { password }),
});
