import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditErasure } from '../../audit/audit-erasure.service.js';
import { AuditService } from '../../audit/audit.service.js';
import { ContactRemoval } from '../../contacts/departures/contact-removal.js';
import { transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { AuditActor } from '../../http/actors.js';
import { blankCases, blankNotifications, blankRest, blankTexts, type Words } from './erased-traces.js';
import type { Erased } from './erasure.dto.js';
import { type Person, personOf } from './person-traces.js';

export interface Erasing {
  contactId: string;
  texts: boolean;
  actor: AuditActor;
  words: Words;
  /** In the transaction, before it commits; what it throws stops everything. */
  before: (person: Person) => Promise<void>;
}

/** Erases one person (Art. 17, D24): all in one transaction, the record without their name. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly db: DataSource,
    private readonly removal: ContactRemoval,
    private readonly audit: AuditService,
    private readonly lines: AuditErasure,
  ) {}

  /** Throws row.not_found. */
  erase(erasing: Erasing): Promise<Erased> {
    return transaction(this.db, async (tx) => {
      const person = await personOf(tx, erasing.contactId);
      if (!person) throw new AppError('row.not_found');
      const erased = await this.eraseFrom(tx, person, erasing);
      await erasing.before(person);
      return erased;
    });
  }

  private async eraseFrom(tx: EntityManager, person: Person, { actor, texts, words }: Erasing): Promise<Erased> {
    const { contactId, customerId, endsLogin } = person;
    // Before the rows that messages belong to go.
    const notifications = await blankNotifications(tx, person);
    await blankRest(tx, person);
    await this.removal.take(tx, contactId, actor);
    await blankCases(tx, person, words);
    if (texts) await blankTexts(tx, person, words);
    const identityId = endsLogin ? person.identityId : null;
    const auditLines = await this.lines.blank(tx, {
      customerId,
      contactId,
      identityId,
      name: person.name,
      addresses: [...person.emails, ...person.phones],
    });
    const [cases, caseMessages] = [person.caseIds.length, person.messageIds.length];
    await this.audit.record(tx, actor, 'contact.erased', {
      customerId,
      contactId,
      identityId,
      texts,
      cases,
      notifications,
    });
    return { cases, caseMessages, notifications, auditLines, loginEnded: endsLogin };
  }
}
