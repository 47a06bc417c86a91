import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { idAtTime } from '../audit/chain/chain-row.js';
import { UNNAMED } from '../db/named-statements.js';
import { first, likeText, rows } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import { MOST } from '../http/counts.js';
import { cursorOf, page, readCursor } from '../http/paging.js';
import { emailKey } from '../text/email.js';
import { SettingsService } from '../settings/settings.service.js';
import { MailServer } from './delivery/mail-server.js';
import { messageIdOf } from './delivery/message-id.js';
import { FAILURE_REASON, IS_FAILED } from './failure-reasons.js';
import type {
  FailureCounts,
  NotificationDto,
  NotificationEventDto,
  NotificationFilter,
  NotificationQuery,
} from './notification.dto.js';
import { MessageContents, type StoredMessage } from './rendering/message-contents.js';
import { priced } from './sms/sms-estimate.js';

/** The row as DTOs show it; joins are by primary key. */
const COLUMNS = `n.id, n.kind, n.channel, n.to_address AS "to", n.language, n.subject, n.state, n.attempts,
  CASE WHEN n.state = 'queued' THEN n.next_at END AS "nextAt", n.expires_at AS "expiresAt", n.last_error AS "lastError", CASE WHEN ${IS_FAILED} THEN ${FAILURE_REASON} END AS failure, n.sms_parts AS "smsParts", n.accepted_at AS "acceptedAt",
  n.created_at AS "createdAt", n.created_by_name AS "createdByName", n.customer_id AS "customerId", cu.name AS "customerName", n.contact_id AS "contactId",
  nullif(concat_ws(' ', co.first_name, co.last_name), '') AS "contactName", n.case_id AS "caseId",
  to_json(array_remove(ARRAY[
    CASE WHEN (n.state IN ('refused', 'failed', 'bounced') OR (n.state = 'queued' AND n.attempts > 0)) AND n.body <> '' AND (n.expires_at IS NULL OR n.expires_at > now()) THEN 'retry' END,
    CASE WHEN n.state = 'queued' THEN 'cancel' END], NULL)) AS "allowedActions"`;

const JOINS = `LEFT JOIN customers cu ON cu.id = n.customer_id LEFT JOIN contacts co ON co.id = n.contact_id`;

/** Turns one search text into a condition that an index serves. */
function addressCondition(q: string, place: string): { sql: string; value: string } {
  const text = q.toLowerCase();
  if (text.startsWith('@')) return { sql: `n.destination = ${place}`, value: text.slice(1) };
  if (emailKey(text)) return { sql: `lower(n.to_address) = ${place}`, value: text };
  return { sql: `lower(n.to_address) LIKE ${place}`, value: `${likeText(text)}%` };
}

/** The messages `n` that fit, as a statement without an end. */
function matching(filter: NotificationFilter, before: string | null, ...conditions: string[]) {
  const values: unknown[] = [];
  const where = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined || value === null || value === '') return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  const time = (at: string | undefined) => at && idAtTime(Date.parse(at));
  where(before, (place) => `n.id < ${place}::uuid`);
  where(filter.state && [filter.state].flat(), (place) => `n.state = ANY (${place}::text[])`);
  where(filter.kind, (place) => `n.kind = ${place}`);
  where(filter.contactId, (place) => `n.contact_id = ${place}`);
  where(filter.customerId, (place) => `n.customer_id = ${place}`);
  where(filter.caseId, (place) => `n.case_id = ${place}`);
  where(filter.q && addressCondition(filter.q, '').value, (place) => addressCondition(filter.q ?? '', place).sql);
  where(time(filter.from), (place) => `n.id >= ${place}::uuid`);
  where(time(filter.to), (place) => `n.id < ${place}::uuid`);
  where(filter.reason, (place) => `${IS_FAILED} AND ${FAILURE_REASON} = ${place}`);
  return {
    sql: `SELECT * FROM notifications n ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}`,
    values,
  };
}

/** The most that one page of a list holds, and one row more. */
const MOST_SHOWN = 101;

@Injectable()
export class NotificationsQueries {
  constructor(
    private readonly db: DataSource,
    private readonly contents: MessageContents,
    @Inject(MailServer) private readonly mail: MailServer,
    private readonly settings: SettingsService,
  ) {}

  /** Newest first; ids are UUIDv7, so their order is the order of time. */
  async list({ limit, cursor, ...filter }: NotificationQuery) {
    const before = cursor ? String(readCursor(cursor, 1)[0]) : null;
    const { items, nextCursor } = page(await this.before(before, filter, limit + 1), limit, (last) =>
      cursorOf(last.id),
    );
    return { items: await this.offered(items), nextCursor, delivery: await this.mail.mode() };
  }

  /** The next messages of what fits, older than `before` (null: the newest). */
  before(before: string | null, filter: NotificationFilter, count: number): Promise<NotificationDto[]> {
    const { sql, values } = matching(filter, before);
    // The beginning of an address may match a tenth of a million: for one page 200 of them are enough to sort.
    const bounded = count <= MOST_SHOWN && sql.includes(' LIKE ') ? `SELECT * FROM (${sql} LIMIT 200) n` : sql;
    return rows<NotificationDto>(
      this.db,
      `${UNNAMED} SELECT ${COLUMNS} FROM (${bounded} ORDER BY n.id DESC LIMIT ${count}) n ${JOINS} ORDER BY n.id DESC`,
      values,
    );
  }

  async failures({ state: _, reason: __, ...filter }: NotificationFilter): Promise<FailureCounts> {
    const { sql, values } = matching(filter, null, IS_FAILED);
    const counts = await rows<FailureCounts['counts'][number]>(
      this.db,
      `${UNNAMED} SELECT reason, count(*)::int AS count FROM (SELECT ${FAILURE_REASON} AS reason FROM (${sql} ORDER BY n.id DESC LIMIT ${MOST + 1}) n) found
        GROUP BY reason ORDER BY count DESC, reason`,
      values,
    );
    return { counts, more: counts.reduce((sum, { count }) => sum + count, 0) > MOST };
  }

  async one(id: string): Promise<NotificationDto> {
    const found = await first<NotificationDto>(
      this.db,
      `SELECT ${COLUMNS} FROM notifications n ${JOINS} WHERE n.id = $1`,
      [id],
    );
    if (!found) throw new AppError('row.not_found');
    const [offered = found] = await this.offered([found]);
    return offered;
  }

  /** Sending again is offered only where it would be done: not for a message whose secret was used or replaced. */
  private async offered(found: readonly NotificationDto[]): Promise<NotificationDto[]> {
    const candidates = found.filter(({ allowedActions }) => allowedActions.includes('retry')).map(({ id }) => id);
    const lost =
      candidates.length > 0
        ? await this.contents.withoutSense(await this.storedAs('n.id = ANY ($1)', [candidates]))
        : new Set();
    return found.map((row) =>
      lost.has(row.id) ? { ...row, allowedActions: row.allowedActions.filter((action) => action !== 'retry') } : row,
    );
  }

  async detail(id: string) {
    const [notification, stored, events, frame, settings] = await Promise.all([
      this.one(id),
      this.stored(id),
      this.events(id),
      this.mail.frame(),
      this.settings.read(),
    ]);
    const { message, sms, lostSense } = await this.contents.look(stored, frame, 'dots');
    return {
      ...notification,
      messageId: messageIdOf(id, frame.portalOrigin),
      events,
      // An empty letter in the company's frame would look as if it had been sent like that.
      content: stored.body === '' ? { subject: stored.subject, text: '', html: '' } : message,
      sms: sms && priced(sms, settings.sms),
      lostSense,
    };
  }

  events(id: string): Promise<NotificationEventDto[]> {
    return rows(
      this.db,
      `SELECT id, at, event, detail FROM notification_events WHERE notification_id = $1 ORDER BY id`,
      [id],
    );
  }

  /** What the message is filled from. */
  async stored(id: string): Promise<StoredMessage> {
    const [found] = await this.storedAs('n.id = $1', [id]);
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  private storedAs(condition: string, values: unknown[]): Promise<StoredMessage[]> {
    return rows(
      this.db,
      `SELECT n.id, n.kind, n.channel, n.language, n.subject, n.body, n.data, n.customer_id AS "customerId", n.contact_id AS "contactId",
              n.identity_id AS "identityId", n.case_id AS "caseId" FROM notifications n WHERE ${condition}`,
      values,
    );
  }
}
