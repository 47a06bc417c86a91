import { Injectable } from '@nestjs/common';
import { absent, AccessChecks, type Finding, green } from '../access-checks/access-checks.js';
import { fixes } from '../access-checks/fixes.js';
import type { Looking } from '../access-checks/looking.js';
import { first } from '../db/sql.js';
import { MailServer } from './delivery/mail-server.js';

interface Sent {
  id: string;
  to: string;
  state: string;
  error: string | null;
  at: Date;
  isRetryable: boolean;
}

/** So long a message may wait before the queue is said to hang. */
const HANGS_MINUTES = 10;

const LAST_TO_CONTACT = `
  SELECT id, to_address AS to, state, last_error AS error, created_at AS at, state IN ('refused', 'failed') AND (expires_at IS NULL OR expires_at > now()) AS "isRetryable"
    FROM notifications WHERE contact_id = $1 AND channel = 'email' ORDER BY id DESC LIMIT 1`;

const CHANNEL = `
  SELECT greatest((SELECT accepted_at FROM notifications WHERE state = 'accepted' AND channel = 'email' ORDER BY id DESC LIMIT 1),
                  (SELECT at FROM audit_events WHERE action = 'mail.tested' AND detail -> 'accepted' = 'true' ORDER BY id DESC LIMIT 1)) AS "lastAccepted",
         (SELECT min(created_at) FROM (SELECT created_at FROM notifications WHERE state = 'queued' AND channel = 'email' ORDER BY id LIMIT 1) q) AS "oldestQueued",
         (SELECT last_error FROM notifications WHERE state = 'queued' AND channel = 'email' AND attempts > 0 ORDER BY id LIMIT 1) AS error`;

interface Channel {
  lastAccepted: Date | null;
  oldestQueued: Date | null;
  error: string | null;
}

/** Whether mail to this person arrives, and whether mail leaves at all. */
@Injectable()
export class MailChecks {
  constructor(
    checks: AccessChecks,
    private readonly server: MailServer,
  ) {
    checks.register(
      { key: 'email_bounced', group: 'email', look: bounced },
      { key: 'phone_reached', group: 'phone', look: textLost },
      { key: 'mail_channel', group: 'delivery', look: (looking) => this.channel(looking) },
      { key: 'last_message', group: 'delivery', look: lastMessage },
    );
  }

  /** Set up, and shown to work by a message that was taken. */
  private async channel({ db }: Looking): Promise<Finding> {
    const mode = await this.server.mode();
    if (mode === 'outbox') return green('mail_to_outbox');
    if (mode === 'off') return { state: 'amber', cause: 'mail_not_set_up', fix: fixes.setUpMail() };
    const channel = await first<Channel>(db, CHANNEL);
    const waiting = channel?.oldestQueued ? (Date.now() - channel.oldestQueued.getTime()) / 60_000 : 0;
    const error = channel?.error ?? '–';
    if (waiting > HANGS_MINUTES)
      return {
        state: 'red',
        cause: 'mail_hangs',
        facts: { minutes: String(Math.floor(waiting)), error },
        fix: fixes.testMail(),
      };
    if (!channel?.lastAccepted) return { state: 'amber', cause: 'mail_untested', fix: fixes.testMail() };
    return green('mail_works', { at: channel.lastAccepted.toISOString() });
  }
}

/** An address that mail came back from; another address has nothing to do with it. */
async function bounced({ db, subject }: Looking): Promise<Finding> {
  if (!subject.email || !subject.emailKey) return absent('email_missing');
  const trouble = await first<{ kind: 'bounced' | 'complained'; error: string; at: Date }>(
    db,
    `SELECT kind, detail AS error, at FROM address_troubles WHERE address_key = $1`,
    [subject.emailKey],
  );
  if (!trouble) return green('email_reached', { email: subject.email });
  const facts = { email: subject.email, error: trouble.error, at: trouble.at.toISOString() };
  const isBounced = trouble.kind === 'bounced';
  return {
    state: isBounced ? 'red' : 'amber',
    cause: isBounced ? 'email_bounced' : 'email_complained',
    facts,
    fix: fixes.editContact(subject),
  };
}

/** A number that an SMS was reported lost for: signing in by PIN does not need it, a link or a new password by SMS does. */
async function textLost({ db, subject }: Looking): Promise<Finding> {
  const phones = subject.phones.filter(({ hasExtension }) => !hasExtension).map(({ e164 }) => e164);
  const lost = await first<{ phone: string; error: string; at: Date }>(
    db,
    `SELECT address_key AS phone, detail AS error, at FROM address_troubles WHERE address_key = ANY ($1) ORDER BY at DESC LIMIT 1`,
    [phones],
  );
  if (!lost) return phones.length === 0 ? absent('no_text_lost') : green('no_text_lost');
  const facts = { phone: lost.phone, error: lost.error, at: lost.at.toISOString() };
  return { state: 'amber', cause: 'text_lost', facts, fix: fixes.editContact(subject) };
}

async function lastMessage({ db, subject }: Looking): Promise<Finding> {
  const last = await first<Sent>(db, LAST_TO_CONTACT, [subject.contactId]);
  if (!last) return absent('nothing_sent');
  const facts = { to: last.to, at: last.at.toISOString() };
  if (!['refused', 'failed', 'bounced'].includes(last.state))
    return green(last.state === 'accepted' ? 'message_accepted' : 'message_on_its_way', facts);
  const fix = last.isRetryable ? fixes.retryMessage(last.id) : fixes.sendCredentials(subject);
  return { state: 'amber', cause: 'message_undelivered', facts: { ...facts, error: last.error ?? '–' }, fix };
}
