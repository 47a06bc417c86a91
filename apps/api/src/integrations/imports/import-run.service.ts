import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ContactWrites } from '../../contacts/contact-writes.js';
import type { CustomerFields } from '../../customers/customer-fields.js';
import { CustomerWrites } from '../../customers/customer-writes.js';
import { extend } from '../../db/leases.js';
import { rows } from '../../db/sql.js';
import { SettingsService } from '../../settings/settings.service.js';
import { type FileLine, readLines } from './import-file.js';
import { actorOf, type ImportJob, LeaseLost } from './import-job.js';
import { cellsOf, readLine } from './import-line.js';
import { ImportMemory, planBatch, type PlannedLine } from './import-plan.js';

const BATCH = 500;

interface Pass {
  job: ImportJob;
  country: string;
  memory: ImportMemory;
  leaseSeconds: number;
}

async function* batches(lines: AsyncIterable<FileLine>): AsyncGenerator<FileLine[]> {
  let batch: FileLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Goes through a file, to show or to do what it says: one code path, the last step apart (A16). */
@Injectable()
export class ImportRunService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly customers: CustomerWrites,
    private readonly contacts: ContactWrites,
  ) {}

  /** Plans, and unless it is a dry run writes, all lines in transactions of 500. Goes on where an earlier process died. */
  async run(job: ImportJob, leaseSeconds: number): Promise<void> {
    const { locale } = await this.settings.read();
    const pass: Pass = { job, country: locale.country, memory: new ImportMemory(), leaseSeconds };
    if (job.state === 'checking') await rows(this.db, `DELETE FROM import_rows WHERE import_id = $1`, [job.id]);
    else await this.remember(job, pass.memory);
    const after = job.state === 'checking' ? 0 : job.rowsDone;
    for await (const batch of batches(readLines(this.db, job.id, job.format))) {
      const open = batch.filter(({ line }) => line > after);
      if (open.length > 0) await this.batch(pass, open);
    }
  }

  private async batch(pass: Pass, batch: FileLine[]): Promise<void> {
    const { job } = pass;
    const kept = await extend(this.db, 'imports', { leases: [job], leaseSeconds: pass.leaseSeconds });
    if (kept.length === 0) throw new LeaseLost();
    const lines = batch.map(({ line, record }) => readLine(line, cellsOf(record, job.mapping), pass.country));
    await this.db.transaction(async (tx) => {
      const planned = await planBatch(tx, lines, pass.memory);
      if (job.state === 'running') await this.apply(tx, planned, job);
      await storeVerdicts(tx, job, planned);
      await rows(
        tx,
        `UPDATE imports SET rows_done = $2, counts = (SELECT coalesce(jsonb_object_agg(v, n), '{}') FROM (
                        SELECT key AS v, sum(value::int) AS n FROM (SELECT * FROM jsonb_each_text(counts) UNION ALL SELECT * FROM jsonb_each_text($3)) both_sides GROUP BY key) sums)
                       WHERE id = $1`,
        [job.id, lines.at(-1)?.line ?? 0, JSON.stringify(countOf(planned))],
      );
    });
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

  /** A resumed run must still know which contacts the file has named already. */
  private async remember(job: ImportJob, memory: ImportMemory): Promise<void> {
    if (job.rowsDone === 0) {
      await rows(this.db, `DELETE FROM import_rows WHERE import_id = $1`, [job.id]);
      await rows(this.db, `UPDATE imports SET counts = '{}' WHERE id = $1`, [job.id]);
      return;
    }
    const done = await rows<{ contactId: string }>(
      this.db,
      `SELECT contact_id AS "contactId" FROM import_rows WHERE import_id = $1 AND line <= $2 AND contact_id IS NOT NULL`,
      [job.id, job.rowsDone],
    );
    for (const { contactId } of done) memory.touched.add(contactId);
  }
}

function countOf(planned: readonly PlannedLine[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1);
  for (const { verdict, customer, contact } of planned) {
    add(verdict);
    if (isWritten(customer)) add('customers');
    if (isWritten(contact)) add('contacts');
  }
  return counts;
}

const isWritten = (act: PlannedLine['customer'] | PlannedLine['contact']): boolean =>
  act?.verdict === 'create' || act?.verdict === 'update';

/** What undo needs of an act that was done: what was made, and the values that were there before. */
function undoOf(plan: PlannedLine): Record<string, unknown> {
  const part = (act: PlannedLine['customer'] | PlannedLine['contact']) =>
    act?.verdict === 'create'
      ? { created: true }
      : act?.verdict === 'update'
        ? {
            version: act.before.version,
            fields: Object.fromEntries(
              Object.keys(act.fields).map((name) => [name, (act.before as unknown as Record<string, unknown>)[name]]),
            ),
          }
        : null;
  return { customer: part(plan.customer), contact: part(plan.contact) };
}

async function storeVerdicts(tx: EntityManager, job: ImportJob, planned: readonly PlannedLine[]): Promise<void> {
  const isRun = job.state === 'running';
  const records = planned.map((plan) => ({
    line: plan.line,
    verdict: plan.verdict,
    reasons: plan.reasons,
    title: plan.title,
    // In a dry run nothing was made: only ids that exist are worth a link.
    customerId: isRun || plan.customer?.verdict !== 'create' ? plan.customer?.id : null,
    contactId: isRun || plan.contact?.verdict !== 'create' ? plan.contact?.id : null,
    before: isRun ? undoOf(plan) : null,
  }));
  await rows(
    tx,
    `INSERT INTO import_rows (import_id, line, verdict, reasons, title, customer_id, contact_id, before)
     SELECT $1, line, verdict, reasons, title, "customerId", "contactId", before
       FROM jsonb_to_recordset($2::jsonb) AS x(line int, verdict text, reasons jsonb, title text, "customerId" uuid, "contactId" uuid, before jsonb)`,
    [job.id, JSON.stringify(records)],
  );
}
