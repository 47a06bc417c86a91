import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { rows, transaction } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { OwnPassword } from '../portal/own-password.js';
import type { ChangeColleagueRights, ColleagueDto } from './colleague.dto.js';
import { rightsFor, setRights } from './colleague-rights.js';
import { ColleaguesQueries } from './colleagues.queries.js';

const CHANGE = `UPDATE contacts SET ${setRights('$2', '$3')}, version = version + 1, updated_at = now() WHERE id = $1`;

/** A contact changes what a colleague may do, later than by the invitation (C10, AZN-10). */
@Injectable()
export class ColleagueRights {
  constructor(
    private readonly db: DataSource,
    private readonly proof: OwnPassword,
    private readonly queries: ColleaguesQueries,
    private readonly audit: AuditService,
  ) {}

  /** Bites on the next request of the colleague. Throws password.wrong, pin.wrong (SES-6). */
  async change(
    contactId: string,
    { rights, ...secret }: ChangeColleagueRights,
    person: ContactActor,
  ): Promise<ColleagueDto> {
    await this.proof.proveAnew(secret, person);
    return transaction(this.db, async (tx) => {
      // Of two who change each other, the second has what the first one left.
      await rows(tx, `SELECT 1 FROM customers WHERE id = $1 FOR NO KEY UPDATE`, [person.customerId]);
      const own = await this.queries.own(tx, person);
      const caller = { ...person, rights: new Set(own.rights) };
      const { isWithinOwn, ...before } = await this.queries.one(tx, contactId, caller);
      if (before.isYourself) throw new AppError('colleague.yourself');
      if (!isWithinOwn) throw new AppError('colleague.rights_above_own');
      const { given, taken } = rightsFor(own, rights);
      if (given.some((right) => before.withheld.includes(right))) throw new AppError('colleague.right_withheld');
      await rows(tx, CHANGE, [contactId, given, taken]);
      const { isWithinOwn: _, ...after } = await this.queries.one(tx, contactId, caller);
      const changes = {
        taken: before.rights.filter((right) => !after.rights.includes(right)),
        given: after.rights.filter((right) => !before.rights.includes(right)),
      };
      const facts = { customerId: person.customerId, contactId, ...changes };
      if (changes.taken.length + changes.given.length > 0)
        await this.audit.record(tx, person, 'contact.rights_changed', facts);
      return after;
    });
  }
}
