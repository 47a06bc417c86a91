import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { Keys } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { first, rows, transaction } from '../../db/sql.js';
import { MINUTE_MS, Sweeps } from '../../db/sweeps.js';
import { words } from '../delivery/smtp-outcome.js';
import { MAILBOX_BOUND } from './bounce-intake.service.js';
import { StoredMailbox } from './bounce-settings.dto.js';
import { Bounces } from './bounces.service.js';
import { type Folder, inFolder } from './imap-folder.js';
import { MOST_REPORT_BYTES, readReportMail } from './report-mail.js';

const MOST_AT_ONCE = 200;

interface Held {
  token: string;
  mailbox: unknown;
  secret: Buffer | null;
  uidValidity: string | null;
  lastUid: number;
}

interface Read {
  uidValidity: string | null;
  lastUid: number;
  found: number;
}

/** One process at a time: whoever gets the lease reads; another looks again in a minute. */
const CLAIM = `
  UPDATE bounce_intake SET lease_token = $1, lease_until = now() + interval '5 minutes'
   WHERE id = 1 AND mailbox IS NOT NULL AND (lease_until IS NULL OR lease_until < now())
  RETURNING lease_token AS token, mailbox, mailbox_secret AS secret, uid_validity AS "uidValidity", last_uid::float8 AS "lastUid"`;
/** Not where another mailbox was named meanwhile: that ended the lease. */
const SETTLE = `
  UPDATE bounce_intake SET lease_token = NULL, lease_until = NULL, uid_validity = $2, last_uid = $3, last_found = $4, last_error = $5, looked_at = now()
   WHERE id = 1 AND lease_token = $1`;

/** imapflow puts the server's own words beside the message. */
const reasonOf = (error: unknown): string => {
  const { responseText, message } = error as { responseText?: string; message?: string };
  return words(responseText || message || 'The mailbox could not be read');
};

/** Reads the mailbox that messages come back to. What is no report about a message of ours is left as it lies there, unread. */
@Injectable()
export class BounceLooks {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly bounces: Bounces,
    sweeps: Sweeps,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    sweeps.add({ name: 'reading the mailbox of messages that came back', pauseMs: MINUTE_MS, work: () => this.look() });
  }

  /** How it went stands in the settings; a server that cannot be reached throws nothing. */
  async look(): Promise<void> {
    const held = await first<Held>(this.db, CLAIM, [newId()]);
    if (!held) return;
    const read: Read = { uidValidity: held.uidValidity, lastUid: held.lastUid, found: 0 };
    let error: string | null = null;
    try {
      const password = held.secret ? this.keys.open(held.secret, MAILBOX_BOUND) : '';
      const mailbox = { ...StoredMailbox.parse(held.mailbox), password };
      await inFolder(mailbox, this.config, (folder) => this.readAll(folder, read));
    } catch (problem) {
      error = reasonOf(problem);
    }
    await rows(this.db, SETTLE, [held.token, read.uidValidity, read.lastUid, read.found, error]);
  }

  private async readAll(folder: Folder, read: Read): Promise<void> {
    if (folder.uidValidity !== read.uidValidity) Object.assign(read, { uidValidity: folder.uidValidity, lastUid: 0 });
    for (const uid of (await folder.unreadAfter(read.lastUid)).slice(0, MOST_AT_ONCE)) {
      const outcome = await this.readOne(folder, uid);
      // It came back while it is being handed over: the next look finds it accepted.
      if (outcome === 'early') return;
      if (outcome === 'report') read.found += 1;
      read.lastUid = uid;
    }
  }

  private async readOne(folder: Folder, uid: number): Promise<'report' | 'other' | 'early'> {
    const mail = await folder.read(uid, MOST_REPORT_BYTES);
    if (!mail || mail.size > MOST_REPORT_BYTES) return 'other';
    const reports = await readReportMail(mail.bytes);
    if (!reports) return 'other';
    const noted: string[] = [];
    for (const report of reports) noted.push(await transaction(this.db, (tx) => this.bounces.note(tx, report)));
    if (noted.includes('early')) return 'early';
    // A report about somebody else's message may matter to whoever reads this mailbox.
    if (noted.length > 0 && noted.every((one) => one === 'unknown')) return 'other';
    await folder.markRead(uid);
    return 'report';
  }
}
