import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { ContactWrites } from '../../contacts/contact-writes.js';
import { first, rows, transaction } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { emailKey } from '../../text/email.js';
import type { ColleagueDto, InviteColleague } from './colleague.dto.js';
import { rightsFor, setRights } from './colleague-rights.js';
import { ColleagueSending } from './colleague-sending.js';
import { ColleaguesQueries } from './colleagues.queries.js';

/** The contact with this address at the customer: the one that gets in first. */
const ON_FILE = `
  SELECT c.id, c.status <> 'active' OR c.declined_at IS NOT NULL OR (NOT c.is_portal_user AND c.removed_by_colleague_at IS NULL) AS "isClosed",
         c.is_portal_user AND (c.invited_by_colleague_at IS NOT NULL OR (c.identity_id IS NOT NULL AND c.access <> 'none')) AS "isThere"
    FROM contacts c WHERE c.customer_id = $1 AND c.email_key = $2
   ORDER BY "isThere" DESC, "isClosed", c.id LIMIT 1 FOR UPDATE`;

/** Rights that staff took from the contact before stay taken. */
const MARK = `
  UPDATE contacts SET invited_by_contact_id = $2, invited_by_colleague_at = now(), ${setRights('$3', '$4')} WHERE id = $1`;

interface OnFile {
  id: string;
  isClosed: boolean;
  isThere: boolean;
}

/** A contact invites somebody of the own company: within the number that the company set, and below own rights (C10). */
@Injectable()
export class ColleagueInvites {
  constructor(
    private readonly db: DataSource,
    private readonly queries: ColleaguesQueries,
    private readonly writes: ContactWrites,
    private readonly sending: ColleagueSending,
    private readonly audit: AuditService,
  ) {}

  invite(id: string, body: InviteColleague, person: ContactActor): Promise<ColleagueDto> {
    return this.inviteAs(id, () => Promise.resolve(body), person);
  }

  /** `claim` runs first in the same transaction and says who is invited; what it refuses, nobody is invited for. */
  async inviteAs(
    id: string,
    claim: (tx: EntityManager) => Promise<InviteColleague>,
    person: ContactActor,
  ): Promise<ColleagueDto> {
    await this.sending.spend(person);
    return transaction(this.db, async (tx) => {
      const body = await claim(tx);
      // Of two at once, the second counts what the first one took.
      await rows(tx, `SELECT 1 FROM customers WHERE id = $1 FOR NO KEY UPDATE`, [person.customerId]);
      const own = await this.queries.own(tx, person);
      const { given, taken } = rightsFor(own, body.rights);
      const { cap, used } = await this.queries.places(tx, person.customerId);
      const onFile = await first<OnFile>(tx, ON_FILE, [person.customerId, emailKey(body.email)]);
      if (onFile) assertInvitable(onFile);
      if (used >= cap) throw new AppError('colleague.cap_reached', { cap });
      const contactId = await this.write(tx, { id, body, onFile }, person);
      await rows(tx, MARK, [contactId, person.contactId, given, taken]);
      await this.sending.send(tx, contactId, person);
      const { isWithinOwn: _, ...colleague } = await this.queries.one(tx, contactId, person);
      const facts = { customerId: person.customerId, contactId, name: colleague.name, rights: given };
      await this.audit.record(tx, person, 'colleague.invited', facts);
      return colleague;
    });
  }

  /** What is on file about somebody stays as it is (INV-1). Answers whose row it is. */
  private async write(
    tx: EntityManager,
    { id, body, onFile }: { id: string; body: InviteColleague; onFile: OnFile | undefined },
    person: ContactActor,
  ): Promise<string> {
    // Only the address was named: a number on file says nothing about who is meant.
    const writer = { actor: person, linkByPhone: false };
    if (onFile) {
      await this.writes.change(tx, [{ id: onFile.id, fields: { isPortalUser: true } }], writer);
      return onFile.id;
    }
    const { firstName, lastName, email, language = null } = body;
    const fields = { firstName, lastName, email, language };
    await this.writes.create(tx, [{ id, customerId: person.customerId, fields }], writer);
    return id;
  }
}

function assertInvitable({ isThere, isClosed }: OnFile): void {
  if (isThere) throw new AppError('colleague.already_there');
  if (isClosed) throw new AppError('colleague.ask_company');
}
