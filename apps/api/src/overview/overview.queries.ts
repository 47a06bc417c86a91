import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HOME_CLASSES, type Locked, lockedSql, summed } from '../credentials/access-report/report-counts.js';
import { THE_BOUNCED } from '../credentials/access-report/report-sql.js';
import { first, rows } from '../db/sql.js';
import { MOST, upTo } from '../http/counts.js';
import type { Dashboard } from './overview.dto.js';

const NEEDS_YOU = 10;

/** Each is what its list shows, so that the number and the list behind it agree; people are counted as the report counts them. */
const COUNTED = {
  failedMessages: `SELECT 1 FROM notifications WHERE state IN ('failed', 'refused', 'bounced')`,
  openCases: `SELECT 1 FROM cases WHERE status = 'open'`,
  unassignedCases: `SELECT 1 FROM cases WHERE status = 'open' AND assignee_id IS NULL`,
  accessRequests: `SELECT 1 FROM access_requests WHERE done_at IS NULL AND is_looked`,
  peopleWithoutReset: `SELECT 1 FROM contacts c WHERE c.reset_ready IN ('no_address', 'email_differs', 'not_allowed') UNION ALL SELECT 1 FROM ${THE_BOUNCED}`,
} as const;
type Counted = keyof typeof COUNTED;

const counts = Object.entries(COUNTED).map(
  ([name, sql]) => `(SELECT count(*)::int FROM (${sql} LIMIT ${MOST + 1}) found) AS "${name}"`,
);

const LOCKED = lockedSql('');

type Needs = Dashboard['needsYou'];

/** The first of each list, then the second of each, until there are enough. */
const inTurn = (lists: readonly Needs[], most: number): Needs =>
  Array.from({ length: most }, (_, at) => lists.flatMap((list) => list[at] ?? []))
    .flat()
    .slice(0, most);

@Injectable()
export class OverviewQueries {
  constructor(private readonly db: DataSource) {}

  async dashboard(): Promise<Dashboard> {
    const [found, classes = {}, locked, needsYou] = await Promise.all([
      first<Record<Counted, number>>(this.db, `SELECT ${counts.join(', ')}`),
      first<Record<string, number>>(this.db, `SELECT ${HOME_CLASSES}`),
      rows<Locked>(this.db, LOCKED),
      this.needsYou(),
    ]);
    const of = (name: Counted) => upTo(found?.[name] ?? 0);
    const { cannot, waiting, lockedOut } = summed(classes, locked);
    return {
      peopleWithoutWayIn: cannot,
      pendingInvitations: waiting,
      failedMessages: of('failedMessages'),
      lockedPeople: lockedOut,
      openCases: of('openCases'),
      unassignedCases: of('unassignedCases'),
      accessRequests: of('accessRequests'),
      peopleWithoutReset: of('peopleWithoutReset'),
      needsYou,
    };
  }

  /** As many of each kind; where there are fewer of one, more of the others. Newest first. */
  private async needsYou(): Promise<Needs> {
    const lists = await Promise.all([this.stopped(), this.requests(), this.failed(), this.unassigned()]);
    return inTurn(lists, NEEDS_YOU).sort((one, other) => other.at.getTime() - one.at.getTime());
  }

  /** The title is the country. */
  private stopped(): Promise<Needs> {
    return rows(
      this.db,
      `SELECT 'sms_stopped' AS kind, id, country AS title, NULL AS "customerId", NULL AS "customerName", NULL AS "contactId", stopped_at AS at
         FROM sms_stops WHERE lifted_at IS NULL ORDER BY stopped_at DESC LIMIT ${NEEDS_YOU}`,
    );
  }

  private requests(): Promise<Needs> {
    return rows(
      this.db,
      `SELECT 'access_request' AS kind, r.id, coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), r.typed ->> 'name', r.typed ->> 'login', '–') AS title,
              u.id AS "customerId", u.name AS "customerName", r.contact_id AS "contactId", r.last_at AS at
         FROM (SELECT * FROM access_requests WHERE done_at IS NULL AND is_looked ORDER BY id DESC LIMIT ${NEEDS_YOU}) r
         LEFT JOIN contacts c ON c.id = r.contact_id LEFT JOIN customers u ON u.id = c.customer_id ORDER BY r.id DESC`,
    );
  }

  private failed(): Promise<Needs> {
    return rows(
      this.db,
      `SELECT 'failed_message' AS kind, n.id, n.to_address AS title, n.customer_id AS "customerId", u.name AS "customerName", n.contact_id AS "contactId", n.created_at AS at
         FROM (SELECT n.* FROM unnest('{failed,refused,bounced}'::text[]) AS wanted(state) CROSS JOIN LATERAL (
                 SELECT * FROM notifications n WHERE n.state = wanted.state ORDER BY n.id DESC LIMIT ${NEEDS_YOU}) n) n
         LEFT JOIN customers u ON u.id = n.customer_id ORDER BY n.id DESC LIMIT ${NEEDS_YOU}`,
    );
  }

  private unassigned(): Promise<Needs> {
    return rows(
      this.db,
      `SELECT 'unassigned_case' AS kind, k.id, concat('#', k.number, ' ', k.subject) AS title, k.customer_id AS "customerId", u.name AS "customerName", k.contact_id AS "contactId", k.activity_at AS at
         FROM (SELECT * FROM cases WHERE status = 'open' AND assignee_id IS NULL ORDER BY activity_at DESC, id DESC LIMIT ${NEEDS_YOU}) k
         JOIN customers u ON u.id = k.customer_id ORDER BY k.activity_at DESC, k.id DESC`,
    );
  }
}
