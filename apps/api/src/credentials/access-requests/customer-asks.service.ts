import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { AccessRequestsService } from './access-requests.service.js';
import { CAN_BE_ASKED, DECIDERS, MAY_BE_INVITED } from './asked-sql.js';

/** Asked anew, whatever was said before; not about their own contact whom nobody there could invite. */
const ASK = `
  UPDATE access_requests r SET asked_customer_id = $2, asked_at = now(), asked_by_name = $3, answer = NULL, answered_at = NULL, answered_by_contact_id = NULL
   WHERE r.id = $1 AND ${CAN_BE_ASKED} AND NOT EXISTS (
         SELECT 1 FROM contacts c WHERE c.id = r.contact_id AND c.customer_id = $2 AND NOT ${MAY_BE_INVITED})
  RETURNING r.contact_id AS "contactId"`;

/** Once: a customer that declined, or that staff chose, stays. */
const RECOGNISE = `
  UPDATE access_requests r SET asked_customer_id = c.customer_id, asked_at = now() FROM contacts c
   WHERE r.id = $1 AND r.asked_at IS NULL AND ${CAN_BE_ASKED} AND c.id = $2 AND ${MAY_BE_INVITED} RETURNING r.id`;

/** A contact that may be meant. */
export interface Meant {
  id: string;
  customerId: string;
}

/** Who of a customer's people decides about a card: a card proves no company, so staff name it, or what was typed does (C10). */
@Injectable()
export class CustomerAsks {
  constructor(
    private readonly db: DataSource,
    private readonly requests: AccessRequestsService,
    private readonly audit: AuditService,
  ) {}

  async deciders(customerId: string, db: Db = this.db): Promise<{ items: { contactId: string; name: string }[] }> {
    return { items: await rows(db, DECIDERS, [customerId]) };
  }

  ask(id: string, customerId: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const { items } = await this.deciders(customerId, tx);
      if (items.length === 0) throw new AppError('access_request.nobody_decides');
      const card = await first<{ contactId: string | null }>(tx, ASK, [id, customerId, staff.name]);
      if (!card) await this.refuse(tx, id);
      await this.audit.record(tx, staff, 'access_request.asked', { ...card, customerId, subjectId: id });
      await this.requests.tell(tx, id);
      return DONE;
    });
  }

  /** Asks the customer by itself where what was typed is on file with one contact only, who could be invited there. */
  async recognise(tx: Db, id: string, [one, another]: readonly Meant[]): Promise<void> {
    const isClear = one !== undefined && another === undefined;
    if (isClear && (await this.deciders(one.customerId, tx)).items.length > 0) await rows(tx, RECOGNISE, [id, one.id]);
    await this.requests.tell(tx, id);
  }

  private async refuse(tx: Db, id: string): Promise<never> {
    const isThere = await first(tx, `SELECT 1 FROM access_requests WHERE id = $1`, [id]);
    throw new AppError(isThere ? 'access_request.closed' : 'row.not_found');
  }
}
