import { Injectable } from '@nestjs/common';
import { absent, AccessChecks, type Finding, green } from '../access-checks/access-checks.js';
import { fixes } from '../access-checks/fixes.js';
import type { Looking } from '../access-checks/looking.js';
import { first, rows } from '../db/sql.js';
import { MailServer } from './delivery/mail-server.js';
import { hanging } from './hanging.js';

interface Sent {
  id: string;
  channel: 'email' | 'sms';
  to: string;
  state: string;
  error: string | null;
  at: Date;
  isRetryable: boolean;
}

const LAST = (channel: 'email' | 'sms'): string => `
  (SELECT id, channel, to_address AS to, state, last_error AS error, created_at AS at, state IN ('refused', 'failed') AND (expires_at IS NULL OR expires_at > now()) AS "isRetryable"
     FROM notifications WHERE contact_id = $1 AND channel = '${channel}' ORDER BY id DESC LIMIT 1)`;

/** What went out together counts as one: an e-mail and the SMS beside it. */
const TOGETHER_MS = 60_000;

const ACCEPTED = `
  SELECT greatest((SELECT accepted_at FROM notifications WHERE state = 'accepted' AND channel = 'email' ORDER BY id DESC LIMIT 1),
                  (SELECT at FROM audit_events WHERE action = 'mail.tested' AND detail -> 'accepted' = 'true' ORDER BY id DESC LIMIT 1)) AS at`;

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
    const hangs = await hanging(db, 'email');
    if (hangs) return { state: 'red', cause: 'mail_hangs', facts: hangs, fix: fixes.testMail() };
    const accepted = await first<{ at: Date | null }>(db, ACCEPTED);
    if (!accepted?.at) return { state: 'amber', cause: 'mail_untested', fix: fixes.testMail() };
    return green('mail_works', { at: accepted.at.toISOString() });
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

const isUndelivered = ({ state }: Sent): boolean => ['refused', 'failed', 'bounced'].includes(state);

async function lastMessage({ db, subject }: Looking): Promise<Finding> {
  const each = await rows<Sent>(db, `${LAST('email')} UNION ALL ${LAST('sms')}`, [subject.contactId]);
  const [newest, other] = each.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (!newest) return absent('nothing_sent');
  const isBeside = other !== undefined && newest.at.getTime() - other.at.getTime() <= TOGETHER_MS;
  const last = isBeside && isUndelivered(other) && !isUndelivered(newest) ? other : newest;
  const facts = { to: last.to, at: last.at.toISOString() };
  if (!isUndelivered(last)) return green(last.state === 'accepted' ? 'message_accepted' : 'message_on_its_way', facts);
  const fix = last.isRetryable ? fixes.retryMessage(last.id) : fixes.sendCredentials(subject);
  const cause = last.channel === 'sms' ? 'text_undelivered' : 'message_undelivered';
  return { state: 'amber', cause, facts: { ...facts, error: last.error ?? '–' }, fix };
}
