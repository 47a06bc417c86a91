import { Injectable } from '@nestjs/common';
import { newId } from '../db/id.js';
import { type Db, first, rows } from '../db/sql.js';
import { fieldError } from '../http/app-error.js';
import { LiveEvents } from '../live/live-events.js';
import type { CaseEvent } from './case.dto.js';
import { isOver, type CaseStatus } from './case-status.js';
import { MOST_CASE_BYTES } from './files/case-file.dto.js';

export interface NewMessage {
  id: string;
  caseId: string;
  visibility: 'public' | 'internal';
  /** Of a visitor, `id` is the follow link. */
  author: { kind: 'staff' | 'contact' | 'visitor' | 'system'; id: string | null; name: string };
  body: string;
}

/** A case as a change finds it, locked until the transaction ends. */
export interface LockedCase {
  id: string;
  status: CaseStatus;
  customerId: string;
  contactId: string | null;
}

/** The history of a case: messages, files, events, and what each does to the case row. Callers hold the case's lock. */
@Injectable()
export class CaseLog {
  constructor(private readonly live: LiveEvents) {}

  /** False when a message with this id is there already: the same request sent again. */
  async add(tx: Db, message: NewMessage): Promise<boolean> {
    const { author } = message;
    const added = await rows(
      tx,
      `INSERT INTO case_messages (id, case_id, visibility, author_kind, staff_id, contact_id, follow_id, author_name, body, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp()) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        message.id,
        message.caseId,
        message.visibility,
        author.kind,
        author.kind === 'staff' ? author.id : null,
        author.kind === 'contact' ? author.id : null,
        author.kind === 'visitor' ? author.id : null,
        author.name,
        message.body,
      ],
    );
    return added.length === 1;
  }

  /** A line between the messages: who did it, and whom it is about. The customer sees these lines too. */
  async note(tx: Db, caseId: string, event: { event: CaseEvent; about?: string; by: string }): Promise<void> {
    const body = event.about ? `${event.event}:${event.about}` : event.event;
    await this.add(tx, {
      id: newId(),
      caseId,
      visibility: 'public',
      author: { kind: 'system', id: null, name: event.by },
      body,
    });
  }

  /** Hangs uploaded files of this owner on a message. Throws 422 for a file that is not theirs or is used, 409 beyond 25 MB a case. */
  async attach(
    tx: Db,
    message: { id: string; caseId: string },
    files: { ids: string[]; owner: string },
  ): Promise<void> {
    if (files.ids.length === 0) return;
    const attached = await rows(
      tx,
      `UPDATE case_files SET case_id = $1, message_id = $2 WHERE id = ANY($3) AND owner = $4 AND case_id IS NULL RETURNING id`,
      [message.caseId, message.id, files.ids, files.owner],
    );
    if (attached.length !== files.ids.length)
      throw fieldError('/fileIds', 'request.invalid_body', 'Not an uploaded file of yours');
    const total = await first<{ bytes: number }>(
      tx,
      `SELECT coalesce(sum(size), 0) AS bytes FROM case_files WHERE case_id = $1`,
      [message.caseId],
    );
    if (Number(total?.bytes) > MOST_CASE_BYTES)
      throw fieldError('/fileIds', 'file.too_many', 'More than 25 MB in this case');
  }

  /** Moves the case row along: activity, who wrote last, status. The version grows only when the status changes, so that a form open elsewhere stays valid. */
  async touch(tx: Db, id: string, change: { status?: CaseStatus; wrote?: 'staff' | 'customer' }): Promise<void> {
    await rows(
      tx,
      `UPDATE cases SET activity_at = clock_timestamp(),
              customer_message_at = CASE WHEN $3 = 'customer' THEN clock_timestamp() ELSE customer_message_at END,
              staff_message_at = CASE WHEN $3 = 'staff' THEN clock_timestamp() ELSE staff_message_at END,
              closed_at = CASE WHEN $2::text IS NULL OR status = $2 THEN closed_at WHEN $4 THEN coalesce(closed_at, now()) END,
              version = version + CASE WHEN $2::text IS NULL OR status = $2 THEN 0 ELSE 1 END,
              status = coalesce($2, status)
        WHERE id = $1 RETURNING id`,
      [id, change.status ?? null, change.wrote ?? null, change.status !== undefined && isOver(change.status)],
    );
  }

  /** `internal`: contacts do not hear of it. */
  async publish(tx: Db, found: LockedCase, internal = false): Promise<void> {
    if (internal) return this.live.publish(tx, { type: 'case.changed', id: found.id });
    const followers = await rows<{ id: string }>(tx, `SELECT contact_id AS id FROM case_followers WHERE case_id = $1`, [
      found.id,
    ]);
    await this.publishOpened(
      tx,
      found,
      followers.map(({ id }) => id),
    );
  }

  /** A new case: nobody follows it yet. */
  async publishOpened(tx: Db, found: Omit<LockedCase, 'status'>, followers: string[] = []): Promise<void> {
    const audience = { customerId: found.customerId, contactId: found.contactId, followers };
    await this.live.publish(tx, { type: 'case.changed', id: found.id, audience });
  }
}
