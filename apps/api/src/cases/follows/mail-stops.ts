import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keys, sameText } from '../../config/keys.js';
import { type Db, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { emailKey } from '../../text/email.js';

/** 132 bits name the address, 126 prove that we wrote the link: 43 characters together. */
const HASH_LENGTH = 22;
const PROOF_LENGTH = 21;

/** What stands behind a plus mostly ends in the same mailbox: it brings no further message. */
export const mailboxOf = (email: string): string => (emailKey(email) ?? email.toLowerCase()).replace(/\+[^@]*@/, '@');

/**
 * "Not you? Never again" (D10): an address that was typed by somebody gets no more automatic messages of this company, whatever the case.
 * The link holds no address and no id: it is derived from the address under a key that is not in the database.
 */
@Injectable()
export class MailStops {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
  ) {}

  /** The page that asks, with its fragment. */
  pathOf(email: string): string {
    return `/f/stop#${this.tokenOf(email)}`;
  }

  /** For the List-Unsubscribe header: GET shows the page, POST stops at once (RFC 8058). */
  oneClickPathOf(email: string): string {
    return `/api/v1/portal/mail-stops/${this.tokenOf(email)}`;
  }

  /** Twice changes nothing. Throws link.invalid for what we did not write. */
  async stop(token: string): Promise<Done> {
    const hash = token.slice(0, HASH_LENGTH);
    if (!sameText(token.slice(HASH_LENGTH), this.proofOf(hash))) throw new AppError('link.invalid');
    await rows(
      this.db,
      `INSERT INTO mail_stops (address_hash) VALUES ($1) ON CONFLICT DO NOTHING RETURNING address_hash`,
      [hash],
    );
    return DONE;
  }

  /** The owner of the address asked for messages again. */
  async lift(tx: Db, email: string): Promise<void> {
    await rows(tx, `DELETE FROM mail_stops WHERE address_hash = $1 RETURNING address_hash`, [this.hashOf(email)]);
  }

  async has(db: Db, email: string | null): Promise<boolean> {
    return email !== null && (await this.among(db, [email])).has(email);
  }

  /** Which of these addresses want no messages. */
  async among(db: Db, emails: readonly string[]): Promise<ReadonlySet<string>> {
    if (emails.length === 0) return new Set();
    const hashes = emails.map((email) => this.hashOf(email));
    const found = await rows<{ hash: string }>(
      db,
      `SELECT address_hash AS hash FROM mail_stops WHERE address_hash = ANY ($1::text[])`,
      [hashes],
    );
    const stopped = new Set(found.map(({ hash }) => hash));
    return new Set(emails.filter((_, index) => stopped.has(hashes[index] ?? '')));
  }

  private tokenOf(email: string): string {
    const hash = this.hashOf(email);
    return hash + this.proofOf(hash);
  }

  private hashOf(email: string): string {
    return this.keys.mac('link', 'mail-stop', mailboxOf(email)).slice(0, HASH_LENGTH);
  }

  private proofOf(hash: string): string {
    return this.keys.mac('link', 'mail-stop-proof', hash).slice(0, PROOF_LENGTH);
  }
}
