import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { ContactWrites } from '../../contacts/contact-writes.js';
import { rows, transaction } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import type { ColleagueDto } from './colleague.dto.js';
import { ColleagueSending } from './colleague-sending.js';
import { ColleaguesQueries } from './colleagues.queries.js';

/** What a contact does with people of the own company who have access. Every look carries the company: a foreign row is a 404. */
@Injectable()
export class ColleaguesService {
  constructor(
    private readonly db: DataSource,
    private readonly queries: ColleaguesQueries,
    private readonly writes: ContactWrites,
    private readonly sending: ColleagueSending,
    private readonly audit: AuditService,
  ) {}

  /** The older link stops working. */
  async resend(contactId: string, person: ContactActor): Promise<ColleagueDto> {
    await this.queries.one(this.db, contactId, person);
    await this.sending.spend(person);
    return transaction(this.db, async (tx) => {
      const own = await this.queries.own(tx, person);
      const caller = { ...person, rights: new Set(own.rights) };
      const { isWithinOwn, allowedActions } = await this.queries.one(tx, contactId, caller);
      if (!isWithinOwn) throw new AppError('colleague.rights_above_own');
      if (!allowedActions.includes('resend')) throw new AppError('colleague.nothing_to_send');
      await rows(
        tx,
        `UPDATE contacts SET invited_by_colleague_at = now() WHERE id = $1 AND invited_by_colleague_at IS NOT NULL`,
        [contactId],
      );
      await this.sending.send(tx, contactId, person);
      const { isWithinOwn: _, ...colleague } = await this.queries.one(tx, contactId, caller);
      return colleague;
    });
  }

  /** No portal user any more: sessions end, open invitations stop working, secrets stay (INV-8). The place is free. */
  async remove(contactId: string, person: ContactActor): Promise<Done> {
    await transaction(this.db, async (tx) => {
      // Of two who remove each other, the second is no longer allowed to.
      await rows(tx, `SELECT 1 FROM customers WHERE id = $1 FOR NO KEY UPDATE`, [person.customerId]);
      const own = await this.queries.own(tx, person);
      const caller = { ...person, rights: new Set(own.rights) };
      const { isWithinOwn, isYourself, name } = await this.queries.one(tx, contactId, caller);
      if (isYourself) throw new AppError('colleague.yourself');
      if (!isWithinOwn) throw new AppError('colleague.rights_above_own');
      const change = { id: contactId, fields: { isPortalUser: false } };
      await this.writes.change(tx, [change], { actor: person, linkByPhone: false });
      await rows(tx, `UPDATE contacts SET removed_by_colleague_at = now() WHERE id = $1`, [contactId]);
      const facts = { customerId: person.customerId, contactId, name };
      await this.audit.record(tx, person, 'colleague.removed', facts);
    });
    return DONE;
  }
}
