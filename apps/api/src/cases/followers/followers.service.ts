import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { contactNameSql } from '../../customers/login-fates.js';
import { first, rows, transaction } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import { DONE, type Done } from '../../http/schemas.js';
import { fold } from '../../text/fold.js';
import { CaseLog, type LockedCase } from '../case-log.service.js';
import { CaseNotices } from '../notices/case-notices.service.js';
import { READABLE, visibleTo } from '../portal/visible-cases.js';
import {
  type FollowerParams,
  MOST_FOLLOWERS,
  type PortalColleague,
  type PortalColleagueQuery,
} from './follower.dto.js';
import { CAN_FOLLOW } from './follower-sql.js';

interface Colleague {
  name: string;
  isReporter: boolean;
  isFollower: boolean;
  followers: number;
}

/** Who is told about a case besides its reporter. A follower is a contact of the case's customer, and reads it with the rights of the moment (INV-6). */
@Injectable()
export class FollowersService {
  constructor(
    private readonly db: DataSource,
    private readonly log: CaseLog,
    private readonly notices: CaseNotices,
    private readonly audit: AuditService,
  ) {}

  /** Names of the contact's own customer only (AZN-2), without the contact. */
  async colleagues(
    query: PortalColleagueQuery,
    contact: ContactActor,
  ): Promise<{ items: PortalColleague[]; nextCursor: string | null }> {
    const [after, afterId] = query.cursor ? readCursor(query.cursor, 2) : [null, null];
    const found = await rows<PortalColleague & { place: string }>(
      this.db,
      `SELECT c.id, coalesce(${contactNameSql('c')}, '') AS name, c.name_key AS place FROM contacts c
        WHERE c.customer_id = $1 AND c.id <> $2 AND ${CAN_FOLLOW} AND position($3 IN c.name_key) > 0
          AND NOT EXISTS (SELECT 1 FROM cases k WHERE k.id = $7 AND k.contact_id = c.id)
          AND NOT EXISTS (SELECT 1 FROM case_followers f WHERE f.case_id = $7 AND f.contact_id = c.id)
          AND ($4::text IS NULL OR (c.name_key, c.id) > ($4, $5::uuid)) ORDER BY c.name_key, c.id LIMIT $6`,
      [
        contact.customerId,
        contact.contactId,
        fold(query.q ?? ''),
        after,
        afterId,
        query.limit + 1,
        query.caseId ?? null,
      ],
    );
    const { items, nextCursor } = page(found, query.limit, (last) => cursorOf(last.place, last.id));
    return { items: items.map(({ id, name }) => ({ id, name })), nextCursor };
  }

  /** The reporter is told anyway. Throws row.not_found for a case or a person that is not there, case.too_many_followers beyond 20. */
  async add({ id, contactId }: FollowerParams, by: ContactActor): Promise<Done> {
    await transaction(this.db, async (tx) => {
      const found = await lock(tx, id, by);
      const colleague = await this.colleague(tx, found, contactId);
      if (!colleague) throw new AppError('row.not_found');
      if (colleague.isReporter || colleague.isFollower) return;
      if (colleague.followers >= MOST_FOLLOWERS) throw new AppError('case.too_many_followers');
      await rows(
        tx,
        `INSERT INTO case_followers (case_id, contact_id, customer_id, added_by_name) VALUES ($1, $2, $3, $4)`,
        [id, contactId, found.customerId, by.name],
      );
      if (contactId !== by.contactId) await this.notices.tellNewFollower(tx, { caseId: id, contactId }, by.name);
      await this.record(tx, found, { by, contactId, name: colleague.name, action: 'case.follower_added' });
    });
    return DONE;
  }

  /** Nobody who did not follow: nothing changes. Throws access.denied for a colleague without the right to the whole company. */
  async remove({ id, contactId }: FollowerParams, by: ContactActor): Promise<Done> {
    if (contactId !== by.contactId && !by.rights.has('case:read_company'))
      throw new AppError('access.denied', { missing: 'case:read_company' });
    await transaction(this.db, async (tx) => {
      const found = await lock(tx, id, by);
      const gone = await first<{ name: string | null }>(
        tx,
        `DELETE FROM case_followers f USING contacts c WHERE f.case_id = $1 AND f.contact_id = $2 AND c.id = f.contact_id
         RETURNING ${contactNameSql('c')} AS name`,
        [id, contactId],
      );
      if (gone) await this.record(tx, found, { by, contactId, name: gone.name, action: 'case.follower_removed' });
    });
    return DONE;
  }

  private colleague(tx: EntityManager, found: LockedCase, contactId: string): Promise<Colleague | undefined> {
    return first<Colleague>(
      tx,
      `SELECT ${contactNameSql('c')} AS name, c.id IS NOT DISTINCT FROM $4::uuid AS "isReporter",
              EXISTS (SELECT 1 FROM case_followers f WHERE f.case_id = $3 AND f.contact_id = c.id) AS "isFollower",
              (SELECT count(*)::int FROM case_followers f WHERE f.case_id = $3) AS followers
         FROM contacts c WHERE c.id = $1 AND c.customer_id = $2 AND ${CAN_FOLLOW}`,
      [contactId, found.customerId, found.id, found.contactId],
    );
  }

  private async record(
    tx: EntityManager,
    found: LockedCase,
    { by, action, ...follower }: { by: ContactActor; action: string; contactId: string; name: string | null },
  ): Promise<void> {
    await this.audit.record(tx, by, action, { ...follower, customerId: found.customerId, subjectId: found.id });
    await this.log.publish(tx, found);
  }
}

async function lock(tx: EntityManager, id: string, contact: ContactActor): Promise<LockedCase> {
  const found = await first<LockedCase>(
    tx,
    `SELECT k.id, k.status, k.customer_id AS "customerId", k.contact_id AS "contactId" FROM cases k WHERE k.id = $3 AND ${READABLE} FOR UPDATE`,
    [...visibleTo(contact), id],
  );
  if (!found) throw new AppError('row.not_found');
  return found;
}
