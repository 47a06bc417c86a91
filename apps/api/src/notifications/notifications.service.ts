import { Injectable } from '@nestjs/common';
import { newId } from '../db/id.js';
import { type Db, rows } from '../db/sql.js';

/** A message to be sent. Subject and body may hold {{placeholders}} of its kind. */
export interface Draft {
  kind: string;
  channel?: 'email' | 'sms';
  /** An address, or a phone number in E.164 where the channel is SMS. */
  to: string;
  language: string;
  subject: string;
  body: string;
  data?: Record<string, unknown>;
  customerId?: string | null;
  contactId?: string | null;
  identityId?: string | null;
  caseId?: string | null;
  createdBy?: { id: string; name: string } | null;
  /** After this it is not sent any more. */
  expiresAt?: Date | null;
}

/** What a draft need not say. */
const EMPTY = {
  channel: 'email',
  data: {},
  customerId: null,
  contactId: null,
  identityId: null,
  caseId: null,
  createdBy: null,
  expiresAt: null,
} as const satisfies Partial<Draft>;

const QUEUE = `WITH queued AS (
    INSERT INTO notifications (id, kind, channel, to_address, destination, language, subject, body, data, customer_id, contact_id, identity_id, case_id,
                          created_by_id, created_by_name, expires_at)
    VALUES ($1, $2, $16, $3, CASE $16 WHEN 'sms' THEN 'sms' ELSE lower(split_part($3, '@', 2)) END, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id),
  noted AS (INSERT INTO notification_events (id, notification_id, event, detail) SELECT $15, id, 'queued', $13 FROM queued)
  SELECT pg_notify('latchkey_outbox', '')`;

@Injectable()
export class NotificationsService {
  /** Writes one message into the outbox, in the caller's transaction (MSG-1). Answers its id, which is its Message-ID. `id` may be chosen beforehand. */
  async enqueue(tx: Db, draft: Draft, id: string = newId()): Promise<{ id: string }> {
    const { createdBy, ...one } = { ...EMPTY, ...draft };
    await rows(tx, QUEUE, [
      id,
      one.kind,
      one.to,
      one.language,
      one.subject,
      one.body,
      JSON.stringify(one.data),
      one.customerId,
      one.contactId,
      one.identityId,
      one.caseId,
      createdBy?.id ?? null,
      createdBy?.name ?? null,
      one.expiresAt,
      newId(),
      one.channel,
    ]);
    return { id };
  }
}
