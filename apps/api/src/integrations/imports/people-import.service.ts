import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactWrites } from '../../contacts/contact-writes.js';
import type { CustomerFields } from '../../customers/customer-fields.js';
import { CustomerWrites } from '../../customers/customer-writes.js';
import type { FileLine } from './import-file.js';
import { actorOf, type ImportJob } from './import-job.js';
import {
  type BatchResult,
  countOf,
  type DoneIds,
  idOf,
  type ImportKindWork,
  type ImportPass,
  undoOf,
} from './import-kind.js';
import { cellsOf, readLine } from './import-line.js';
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
    return { batch: (tx, lines) => this.batch(tx, { lines, job, country, memory }) };
  }

  private async batch(
    tx: EntityManager,
    {
      lines,
      job,
      country,
      memory,
    }: { lines: readonly FileLine[]; job: ImportJob; country: string; memory: ImportMemory },
  ): Promise<BatchResult> {
    const read = lines.map(({ line, record }) => readLine(line, cellsOf(record, job.mapping), country));
    const planned = await planBatch(tx, read, memory);
    const isRun = job.state === 'running';
    if (isRun) await this.apply(tx, planned, job);
    return {
      rows: planned.map(({ line, title, verdict, reasons, customer, contact }) => ({
        line,
        title,
        verdict,
        reasons,
        customerId: idOf(customer, isRun),
        contactId: idOf(contact, isRun),
        before: isRun ? { customer: undoOf(customer), contact: undoOf(contact) } : null,
      })),
      counts: countOf(planned, { customers: (plan) => plan.customer, contacts: (plan) => plan.contact }),
    };
  }

  private async apply(tx: EntityManager, planned: readonly PlannedLine[], job: ImportJob): Promise<void> {
    const actor = actorOf(job);
    const facts = { importId: job.id };
    const customers = planned.flatMap((plan) => (plan.customer ? [plan.customer] : []));
    const contacts = planned.flatMap((plan) => (plan.contact ? [plan.contact] : []));
    const newCustomers = customers.flatMap((act) =>
      act.verdict === 'create'
        ? [{ id: act.id, fields: act.fields as Partial<CustomerFields> & { name: string } }]
        : [],
    );
    const newContacts = contacts.flatMap((act) => (act.verdict === 'create' ? [act] : []));
    if (newCustomers.length > 0) await this.customers.create(tx, newCustomers, { actor, facts });
    const changedCustomers = customers.flatMap((act) =>
      act.verdict === 'update' ? [{ id: act.id, fields: act.fields }] : [],
    );
    if (changedCustomers.length > 0) await this.customers.change(tx, changedCustomers, { actor, facts });
    if (newContacts.length > 0) await this.contacts.create(tx, newContacts, { actor, linkByPhone: false, facts });
    const changedContacts = contacts.flatMap((act) =>
      act.verdict === 'update' ? [{ id: act.id, fields: act.fields }] : [],
    );
    if (changedContacts.length > 0)
      await this.contacts.change(tx, changedContacts, { actor, linkByPhone: false, facts });
  }
}
