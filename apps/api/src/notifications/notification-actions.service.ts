import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { newId } from '../db/id.js';
import { type Db, first, rows } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { AddressTroubles } from './bounces/address-troubles.service.js';
import type { NotificationDto } from './notification.dto.js';
import { NotificationsQueries } from './notifications.queries.js';
import { MessageContents } from './rendering/message-contents.js';

interface Touched {
  kind: string;
  to: string;
  customerId: string | null;
  contactId: string | null;
}

const TOUCHED = `kind, to_address AS "to", customer_id AS "customerId", contact_id AS "contactId"`;

/** What staff can do with a message. */
@Injectable()
export class NotificationActions {
  constructor(
    private readonly db: DataSource,
    private readonly queries: NotificationsQueries,
    private readonly contents: MessageContents,
    private readonly audit: AuditService,
    private readonly troubles: AddressTroubles,
  ) {}

  /** Queues it anew with all its tries, unless its secret has been used, replaced or has expired (MSG-8), or its text was let go of (D24). */
  async retry(id: string, staff: StaffActor): Promise<NotificationDto> {
    const lostSense = await this.contents.lostSense(await this.queries.stored(id));
    if (lostSense) throw new AppError('notification.not_retryable', { detail: lostSense });
    await this.db.transaction(async (tx) => {
      const touched = await first<Touched>(
        tx,
        `UPDATE notifications SET state = 'queued', attempts = 0, deaths = 0, sms_parts = NULL, next_at = now(), last_error = NULL
          WHERE id = $1 AND (state IN ('refused', 'failed', 'bounced') OR (state = 'queued' AND attempts > 0)) AND body <> '' AND (expires_at IS NULL OR expires_at > now())
          RETURNING ${TOUCHED}`,
        [id],
      );
      if (!touched) throw new AppError('notification.not_retryable');
      await this.note(tx, { id, event: 'retried', touched }, staff);
      // Whoever sends it again takes the address to work now; if it does not, the message comes back.
      await this.troubles.clear(tx, [touched.to], ['bounced']);
      await rows(tx, `SELECT pg_notify('latchkey_outbox', '')`);
    });
    return this.queries.one(id);
  }

  async cancel(id: string, staff: StaffActor): Promise<NotificationDto> {
    await this.queries.one(id);
    await this.db.transaction(async (tx) => {
      const touched = await first<Touched>(
        tx,
        `UPDATE notifications SET state = 'cancelled' WHERE id = $1 AND state = 'queued' RETURNING ${TOUCHED}`,
        [id],
      );
      if (!touched) throw new AppError('notification.not_cancellable');
      await this.note(tx, { id, event: 'cancelled', touched }, staff);
    });
    return this.queries.one(id);
  }

  private async note(
    tx: Db,
    act: { id: string; event: 'retried' | 'cancelled'; touched: Touched },
    staff: StaffActor,
  ): Promise<void> {
    const { kind, customerId, contactId } = act.touched;
    await rows(tx, `INSERT INTO notification_events (id, notification_id, event, detail) VALUES ($1, $2, $3, $4)`, [
      newId(),
      act.id,
      act.event,
      staff.name,
    ]);
    await this.audit.record(tx, staff, `notification.${act.event}`, {
      customerId,
      contactId,
      subjectId: act.id,
      messageKind: kind,
    });
  }
}
