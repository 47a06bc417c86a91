import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactWrites } from '../../contacts/contact-writes.js';
import type { CustomerFields } from '../../customers/customer-fields.js';
import { CustomerWrites } from '../../customers/customer-writes.js';
import { actorOf, type ImportJob } from './import-job.js';
import type { DoneIds, ImportKindWork, ImportPass } from './import-kind.js';
import { cellsOf, readLine } from './import-line.js';
import { changes, creations, passOf } from './import-pass.js';
import { ImportMemory, planBatch, type PlannedLine } from './import-plan.js';

/** Files of customers and contacts. */
@Injectable()
export class PeopleImport implements ImportKindWork {
  constructor(
    private readonly customers: CustomerWrites,
    private readonly contacts: ContactWrites,
  ) {}

  begin(job: ImportJob, { country, done }: { country: string; done: readonly DoneIds[] }): ImportPass {
    const memory = new ImportMemory();
    for (const { contactId } of done) if (contactId) memory.touched.add(contactId);
    return passOf<PlannedLine>(job, {
      plan: (tx, lines) => {
        const read = lines.map(({ line, record }) => readLine(line, cellsOf(record, job.mapping), country));
        return planBatch(tx, read, memory);
      },
      apply: (tx, planned) => this.apply(tx, planned, job),
      acts: ({ customer, contact }) => ({ customer, contact }),
      ids: ({ customer, contact }, idOf) => ({ customerId: idOf(customer), contactId: idOf(contact) }),
    });
  }

  private async apply(tx: EntityManager, planned: readonly PlannedLine[], job: ImportJob): Promise<void> {
    const writer = { actor: actorOf(job), facts: { importId: job.id } };
    const customers = planned.map(({ customer }) => customer);
    const contacts = planned.map(({ contact }) => contact);
    const newCustomers = creations(customers).map(({ id, fields }) => ({ id, fields: fields as Named }));
    const [changedCustomers, newContacts, changedContacts] = [
      changes(customers),
      creations(contacts),
      changes(contacts),
    ];
    if (newCustomers.length > 0) await this.customers.create(tx, newCustomers, writer);
    if (changedCustomers.length > 0) await this.customers.change(tx, changedCustomers, writer);
    const byEmail = { ...writer, linkByPhone: false };
    if (newContacts.length > 0) await this.contacts.create(tx, newContacts, byEmail);
    if (changedContacts.length > 0) await this.contacts.change(tx, changedContacts, byEmail);
  }
}

/** A line that makes a customer says what it is called. */
type Named = Partial<CustomerFields> & { name: string };
