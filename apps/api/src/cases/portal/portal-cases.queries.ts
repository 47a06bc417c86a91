import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first, rows } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import { eventOf, type FlatMessage, messageColumns } from '../inbox/case-rows.js';
import { type CaseStatus, contactActions, REOPEN_DAYS } from '../case-status.js';
import type { PortalCase, PortalCaseMessage, PortalCaseQuery, PortalCaseRow } from './portal-case.dto.js';
import { FOLLOWERS } from '../followers/follower-sql.js';
import { READABLE, READABLE_MESSAGE, VISIBLE, visibleTo } from './visible-cases.js';

/** More messages than a conversation has; the portal shows a case as one page. */
const MOST_MESSAGES = 500;

/** A device that was moved to another customer is that one's: what they call it is not told here (D20). */
const DEVICE = `(SELECT d.name FROM devices d JOIN deployments e ON e.id = d.deployment_id AND e.customer_id = k.customer_id WHERE d.id = k.device_id)`;

const COLUMNS = `k.id, k.number, k.subject, coalesce(${DEVICE}, k.device) AS device, k.status, (k.status = 'waiting') AS "needsMe", coalesce(k.contact_id = $3, false) AS "isMine",
  k.reporter_name AS "reporterName", m.name AS "assigneeName", k.staff_message_at AS "staffMessageAt", k.activity_at AS "activityAt", k.created_at AS "createdAt"`;

const STATUSES = {
  active: ['open', 'waiting'],
  done: ['solved', 'closed'],
  any: ['open', 'waiting', 'solved', 'closed'],
} as const;

interface Found extends PortalCaseRow {
  status: CaseStatus;
  closedAt: Date | null;
  isRecent: boolean;
  followers: { id: string; name: string }[];
}

/** The newest cases of these statuses after the cursor's place, from the index of the contact or the customer. */
const newest = (condition: string, place: string): string => `
  (SELECT * FROM cases k WHERE ${VISIBLE} AND ${condition} AND ${place} ORDER BY k.activity_at DESC, k.id DESC LIMIT $5)`;

/** A colleague's cases that the contact $2 follows: few enough to sort them all. Nothing when the whole company is asked for. */
const followed = (place: string): string => `
  (SELECT k.* FROM case_followers f JOIN cases k ON k.id = f.case_id
    WHERE f.contact_id = $2 AND k.customer_id = $1 AND k.contact_id IS DISTINCT FROM $2 AND k.status = ANY($4)
      AND CASE WHEN k.status = 'waiting' THEN $8::boolean AND ${place} ELSE $8::boolean OR ${place} END)`;

@Injectable()
export class PortalCasesQueries {
  constructor(private readonly db: DataSource) {}

  /** What waits for the customer first, then the newest activity. A colleague's cases need the right to the whole company, unless they are followed. */
  async list(
    query: PortalCaseQuery,
    contact: ContactActor,
  ): Promise<{ items: PortalCaseRow[]; nextCursor: string | null }> {
    const [customerId, onlyContact] = visibleTo(contact);
    if (query.scope === 'company' && onlyContact) throw new AppError('access.denied', { missing: 'case:read_company' });
    const [needsMe, at, id] = query.cursor
      ? readCursor(query.cursor, 3)
      : [true, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const place = `(k.activity_at, k.id) < ($6::timestamptz, $7::uuid)`;
    // Still among the waiting: the others begin at their own start. Past them: the waiting are done.
    const waiting = newest(`k.status = 'waiting' AND k.status = ANY($4)`, `$8::boolean AND ${place}`);
    const others = newest(`k.status <> 'waiting' AND k.status = ANY($4)`, `($8::boolean OR ${place})`);
    const found = await rows<PortalCaseRow & { place: string }>(
      this.db,
      `SELECT ${COLUMNS}, k.activity_at::text AS place FROM (${waiting} UNION ALL ${others} UNION ALL ${followed(place)}) k LEFT JOIN staff_members m ON m.id = k.assignee_id
        ORDER BY (k.status = 'waiting') DESC, k.activity_at DESC, k.id DESC LIMIT $5`,
      [
        customerId,
        query.scope === 'mine' ? contact.contactId : null,
        contact.contactId,
        STATUSES[query.status ?? 'any'],
        query.limit + 1,
        at,
        id,
        needsMe,
      ],
    );
    const { items, nextCursor } = page(found, query.limit, (last) => cursorOf(last.needsMe, last.place, last.id));
    return { items: items.map(({ place: _, ...row }) => row), nextCursor };
  }

  async detail(id: string, contact: ContactActor): Promise<PortalCase> {
    const found = await first<Found>(
      this.db,
      `SELECT ${COLUMNS}, k.closed_at AS "closedAt", ${FOLLOWERS} AS followers, coalesce(k.closed_at, now()) > now() - make_interval(days => ${REOPEN_DAYS}) AS "isRecent"
         FROM cases k LEFT JOIN staff_members m ON m.id = k.assignee_id WHERE k.id = $4 AND ${READABLE}`,
      [...visibleTo(contact), contact.contactId, id],
    );
    if (!found) throw new AppError('row.not_found');
    const { isRecent, ...row } = found;
    const may = {
      reply: contact.rights.has('case:reply'),
      close: contact.rights.has('case:close'),
      follow: contact.rights.has('case:read_company'),
    };
    return {
      ...row,
      followers: row.followers.map((one) => ({ ...one, isMe: one.id === contact.contactId })),
      allowedActions: contactActions({ status: found.status, isRecent }, may),
      messages: await this.messages(id, contact),
    };
  }

  async message(caseId: string, id: string, contact: ContactActor): Promise<PortalCaseMessage> {
    const found = (await this.messages(caseId, contact, id))[0];
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  /** Public ones only (AZN-3): the visibility stands in the query, not in a filter after it. */
  private async messages(
    caseId: string,
    contact: ContactActor,
    onlyId: string | null = null,
  ): Promise<PortalCaseMessage[]> {
    const found = await rows<FlatMessage>(
      this.db,
      `SELECT * FROM (SELECT ${messageColumns} FROM case_messages m JOIN cases k ON k.id = m.case_id
                       WHERE m.case_id = $3 AND m.visibility = 'public' AND ${READABLE} AND ${READABLE_MESSAGE} AND ($4::uuid IS NULL OR m.id = $4)
                       ORDER BY m.created_at DESC, m.id DESC LIMIT ${MOST_MESSAGES}) newest
        ORDER BY "createdAt", id`,
      [...visibleTo(contact), caseId, onlyId],
    );
    return found.map((flat) => ({
      id: flat.id,
      isMine: flat.authorKind === 'contact' && flat.authorId === contact.contactId,
      author: { kind: flat.authorKind, name: flat.authorName },
      ...eventOf(flat),
      files: flat.files ?? [],
      createdAt: flat.createdAt,
    }));
  }
}
