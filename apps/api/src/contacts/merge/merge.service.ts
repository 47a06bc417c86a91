import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { LoginFate } from '../../customers/customer.dto.js';
import { loginFates } from '../../customers/login-fates.js';
import { coded } from '../../http/unique.js';
import { first, rows, transaction } from '../../db/sql.js';
import { AppError, fieldError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import type { ContactDto } from '../contact.dto.js';
import { contactName } from '../contact-fields.js';
import { ContactHooks } from '../contact-hooks.js';
import { CONTACT_TAKEN, ContactWrites, type StoredContact } from '../contact-writes.js';
import { ContactsQueries } from '../contacts.queries.js';
import { assertProven } from '../guarded-changes.js';
import { MERGE_FIELDS, type MergeContact, type MergePreview } from './merge.dto.js';
import { keptLogin, mergedValues } from './merge-rules.js';

@Injectable()
export class MergeService {
  constructor(
    private readonly db: DataSource,
    private readonly writes: ContactWrites,
    private readonly hooks: ContactHooks,
    private readonly audit: AuditService,
    private readonly queries: ContactsQueries,
  ) {}

  preview(fromId: string, intoId: string): Promise<MergePreview> {
    return transaction(this.db, async (tx) => {
      const { from, into } = await this.pair(tx, fromId, intoId);
      const { fields, droppedPhones } = mergedValues(into, from);
      const cases = await first<{ count: number }>(
        tx,
        `SELECT count(*)::int AS count FROM (SELECT 1 FROM cases WHERE contact_id = $1 LIMIT 100) capped`,
        [fromId],
      );
      const login = await mergedLogin(tx, fromId, intoId);
      return {
        from: { id: from.id, name: contactName(from) },
        into: { id: into.id, name: contactName(into) },
        values: MERGE_FIELDS.map((field) => ({ field, into: into[field], from: from[field], result: fields[field] })),
        phones: fields.phones,
        droppedPhones,
        login,
        cases: cases?.count ?? 0,
        sessions: await endingSessions(tx, login, login.kept === 'from' ? intoId : fromId),
      };
    });
  }

  async merge(fromId: string, body: MergeContact, staff: StaffActor): Promise<ContactDto> {
    await coded(CONTACT_TAKEN, () =>
      transaction(this.db, async (tx) => {
        const { from, into } = await this.pair(tx, fromId, body.into);
        assertProven([from, into], staff);
        const { fields } = mergedValues(into, from, body.take);
        await this.hooks.merging(tx, { fromId, intoId: into.id, actor: staff });
        await handOver(tx, fromId, into.id);
        await rows(tx, `DELETE FROM contacts WHERE id = $1 RETURNING id`, [fromId]);
        const facts = {
          customerId: into.customerId,
          contactId: into.id,
          name: contactName({ ...into, ...fields }),
          merged: contactName(from),
          mergedId: fromId,
        };
        await this.audit.record(tx, staff, 'contact.merged', facts);
        await this.writes.change(tx, [{ id: into.id, fields }], { actor: staff, linkByPhone: true });
      }),
    );
    return this.queries.get(body.into, staff);
  }

  /** Both contacts, locked. A contact of another customer is refused without saying whose it is. */
  private async pair(
    tx: EntityManager,
    fromId: string,
    intoId: string,
  ): Promise<{ from: StoredContact; into: StoredContact }> {
    if (fromId === intoId) throw new AppError('contact.merge_itself');
    const found = await this.writes.load(tx, [fromId, intoId]);
    const from = found.get(fromId);
    const into = found.get(intoId);
    if (!from) throw new AppError('row.not_found');
    if (!into) throw fieldError('/into', 'row.not_found');
    if (from.customerId !== into.customerId) throw new AppError('contact.merge_other_customer');
    return { from, into };
  }
}

/** What pointed at the contact that goes points at the one that stays. */
async function handOver(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
  await rows(tx, `UPDATE cases SET contact_id = $2 WHERE contact_id = $1 RETURNING id`, [fromId, intoId]);
  await rows(
    tx,
    `INSERT INTO case_followers (case_id, contact_id, customer_id, added_by_name, created_at)
     SELECT case_id, $2, customer_id, added_by_name, created_at FROM case_followers WHERE contact_id = $1 ON CONFLICT DO NOTHING RETURNING case_id`,
    [fromId, intoId],
  );
  await rows(tx, `UPDATE case_messages SET contact_id = $2 WHERE contact_id = $1 RETURNING id`, [fromId, intoId]);
  await rows(tx, `UPDATE notifications SET contact_id = $2 WHERE contact_id = $1 RETURNING id`, [fromId, intoId]);
  await rows(tx, `DELETE FROM sessions WHERE contact_id = $1 RETURNING id`, [fromId]);
}

async function mergedLogin(tx: EntityManager, fromId: string, intoId: string): Promise<MergePreview['login']> {
  const [from = null] = await loginFates(tx, 'c.id = $1', fromId);
  const [into = null] = await loginFates(tx, 'c.id = $1', intoId);
  const kept = keptLogin(into, from);
  return { kept, ...keptFacts(kept === 'from' ? from : into), ...otherFacts(kept === 'from' ? into : from) };
}

/** Those of the login that is not kept: here, and everywhere when it is deleted. */
async function endingSessions(tx: EntityManager, { other }: MergePreview['login'], contactId: string): Promise<number> {
  if (other === 'none') return 0;
  const open = await first<{ count: number }>(
    tx,
    `SELECT count(*)::int AS count FROM sessions s JOIN contacts c ON c.id = $1
      WHERE s.identity_id = c.identity_id AND ($2 OR s.contact_id = c.id) AND s.expires_at > now() AND s.idle_expires_at > now()`,
    [contactId, other === 'deleted'],
  );
  return open?.count ?? 0;
}

const keptFacts = (login: LoginFate | null) => ({
  keptName: login?.name ?? null,
  keptLoginIds: login?.loginIds ?? [],
  keptHasSecret: login?.hasSecret ?? false,
});

function otherFacts(login: LoginFate | null) {
  if (!login) return { other: 'none' as const, otherLoginIds: [], otherAlsoAt: [] };
  const other = login.alsoAt.length > 0 ? ('stays' as const) : ('deleted' as const);
  return { other, otherLoginIds: login.loginIds, otherAlsoAt: login.alsoAt };
}
