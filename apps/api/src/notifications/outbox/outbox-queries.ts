import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UNNAMED } from '../../db/named-statements.js';
import { first, likeText, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { NotificationEventDto } from '../notification.dto.js';
import type { StoredMessage } from '../rendering/message-contents.js';

export interface Listed {
  id: string;
  to: string;
  kind: string;
  state: string;
  subject: string;
  createdAt: Date;
}

export interface Shown extends StoredMessage {
  to: string;
  state: string;
  createdAt: Date;
}

const STORED = `id, kind, channel, language, subject, body, data, customer_id AS "customerId", contact_id AS "contactId", identity_id AS "identityId", case_id AS "caseId",
  to_address AS "to", state, created_at AS "createdAt"`;

/** Reads for the Outbox pages of demo and development. */
@Injectable()
export class OutboxQueries {
  constructor(private readonly db: DataSource) {}

  /** The newest 200, of one receiver when `to` is the beginning of an address. */
  newest(to: string): Promise<Listed[]> {
    return rows(
      this.db,
      `${UNNAMED} SELECT id, to_address AS "to", kind, state, subject, created_at AS "createdAt" FROM notifications
        WHERE ($1 = '' OR lower(to_address) LIKE $1 || '%') ORDER BY id DESC LIMIT 200`,
      [likeText(to.toLowerCase())],
    );
  }

  async one(id: string): Promise<Shown> {
    const found = await first<Shown>(this.db, `SELECT ${STORED} FROM notifications WHERE id = $1`, [id]);
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  events(id: string): Promise<NotificationEventDto[]> {
    return rows(
      this.db,
      `SELECT id, at, event, detail FROM notification_events WHERE notification_id = $1 ORDER BY id`,
      [id],
    );
  }
}
