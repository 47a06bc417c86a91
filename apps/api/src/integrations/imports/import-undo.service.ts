import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { ContactFields } from '../../contacts/contact-fields.js';
import { ContactWrites } from '../../contacts/contact-writes.js';
import type { CustomerFields } from '../../customers/customer-fields.js';
import { CustomerWrites } from '../../customers/customer-writes.js';
import { extend } from '../../db/leases.js';
import { rows } from '../../db/sql.js';
import type { AuditActor } from '../../http/actors.js';
import { type DoneDevice, DevicesUndo, type Part } from './devices/devices-undo.js';
import { actorOf, type ImportJob, LeaseLost } from './import-job.js';

const BATCH = 500;

interface DoneLine extends DoneDevice {
  customerId: string | null;
  contactId: string | null;
  before:
    | (DoneDevice['before'] & { customer?: Part<CustomerFields> | null; contact?: Part<ContactFields> | null })
    | null;
}

/** Only what nobody has touched since: not edited, no access of its own, no case. A link to a login that stays anyway is no obstacle. */
const DELETE_CONTACTS = `
  DELETE FROM contacts c WHERE c.id = ANY ($1::uuid[]) AND c.version = 1 AND NOT EXISTS (SELECT 1 FROM cases k WHERE k.contact_id = c.id)
     AND (c.access = 'none' AND c.identity_id IS NULL OR EXISTS (SELECT 1 FROM contacts o WHERE o.identity_id = c.identity_id AND o.id <> c.id))
  RETURNING c.id, c.customer_id AS "customerId"`;

const DELETE_CUSTOMERS = `
  DELETE FROM customers c WHERE c.id = ANY ($1::uuid[]) AND c.version = 1
     AND NOT EXISTS (SELECT 1 FROM contacts k WHERE k.customer_id = c.id) AND NOT EXISTS (SELECT 1 FROM cases k WHERE k.customer_id = c.id)
  RETURNING c.id, c.id AS "customerId"`;

/** Takes back what an import did, as far as nobody has worked on it since. */
@Injectable()
export class ImportUndoService {
  constructor(
    private readonly db: DataSource,
    private readonly customers: CustomerWrites,
    private readonly contacts: ContactWrites,
    private readonly devices: DevicesUndo,
    private readonly audit: AuditService,
  ) {}

  /** Safe to repeat: what is taken back already is not there any more, or has another version. */
  async undo(job: ImportJob, leaseSeconds: number): Promise<void> {
    if (job.kind === 'devices') {
      await this.pass(job, leaseSeconds, (tx, lines) => this.devices.devicesBack(tx, lines, job));
      await this.pass(job, leaseSeconds, (tx, lines) => this.devices.deploymentsBack(tx, lines, job));
      return;
    }
    await this.pass(job, leaseSeconds, (tx, lines) => this.contactsBack(tx, lines, job));
    await this.pass(job, leaseSeconds, (tx, lines) => this.customersBack(tx, lines, job));
  }

  private async pass(
    job: ImportJob,
    leaseSeconds: number,
    work: (tx: EntityManager, lines: DoneLine[]) => Promise<number[]>,
  ): Promise<void> {
    for (let after = 0; ;) {
      if ((await extend(this.db, 'imports', { leases: [job], leaseSeconds })).length === 0) throw new LeaseLost();
      const lines = await rows<DoneLine>(
        this.db,
        `SELECT line, customer_id AS "customerId", contact_id AS "contactId", deployment_id AS "deploymentId", device_id AS "deviceId", before FROM import_rows WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT ${BATCH}`,
        [job.id, after],
      );
      const last = lines.at(-1);
      if (!last) return;
      await this.db.transaction(async (tx) => {
        const kept = await work(tx, lines);
        await rows(
          tx,
          `UPDATE import_rows SET reasons = reasons || '[{"code": "undo.kept"}]' WHERE import_id = $1 AND line = ANY ($2)`,
          [job.id, kept],
        );
      });
      after = last.line;
    }
  }

  private async contactsBack(tx: EntityManager, lines: DoneLine[], job: ImportJob): Promise<number[]> {
    const made = lines.filter((line) => line.before?.contact?.created && line.contactId);
    const gone = await this.remove(tx, {
      sql: DELETE_CONTACTS,
      ids: made.flatMap((line) => line.contactId ?? []),
      action: 'contact.deleted',
      job,
    });
    const changed = lines.flatMap(({ line, contactId, before }) =>
      contactId && before?.contact?.fields ? [{ line, id: contactId, ...before.contact }] : [],
    );
    const stored = await this.contacts.load(
      tx,
      changed.map(({ id }) => id),
    );
    const untouched = changed.filter(({ id, version }) => stored.get(id)?.version === (version ?? 0) + 1);
    const back = untouched.map(({ id, fields = {} }) => ({ id, fields }));
    if (back.length > 0)
      await this.contacts.change(tx, back, {
        actor: actorOf(job),
        linkByPhone: false,
        facts: { importId: job.id, undo: true },
      });
    const kept = [
      ...made.filter((line) => !gone.has(line.contactId ?? '')),
      ...changed.filter((change) => !untouched.includes(change)),
    ];
    return kept.map(({ line }) => line);
  }

  private async customersBack(tx: EntityManager, lines: DoneLine[], job: ImportJob): Promise<number[]> {
    const made = lines.filter((line) => line.before?.customer?.created && line.customerId);
    const gone = await this.remove(tx, {
      sql: DELETE_CUSTOMERS,
      ids: made.flatMap((line) => line.customerId ?? []),
      action: 'customer.deleted',
      job,
    });
    const changed = lines.flatMap(({ line, customerId, before }) =>
      customerId && before?.customer?.fields ? [{ line, id: customerId, ...before.customer }] : [],
    );
    const stored = await this.customers.load(
      tx,
      changed.map(({ id }) => id),
    );
    const untouched = changed.filter(({ id, version }) => stored.get(id)?.version === (version ?? 0) + 1);
    const back = untouched.map(({ id, fields = {} }) => ({ id, fields }));
    if (back.length > 0)
      await this.customers.change(tx, back, { actor: actorOf(job), facts: { importId: job.id, undo: true } });
    const kept = [
      ...made.filter((line) => !gone.has(line.customerId ?? '')),
      ...changed.filter((change) => !untouched.includes(change)),
    ];
    return kept.map(({ line }) => line);
  }

  private async remove(
    tx: EntityManager,
    what: { sql: string; ids: string[]; action: string; job: ImportJob },
  ): Promise<Set<string>> {
    if (what.ids.length === 0) return new Set();
    const gone = await rows<{ id: string; customerId: string }>(tx, what.sql, [what.ids]);
    const actor: AuditActor = actorOf(what.job);
    const facts = gone.map(({ id, customerId }) => ({
      customerId,
      contactId: id === customerId ? null : id,
      importId: what.job.id,
      undo: true,
    }));
    await this.audit.recordMany(tx, actor, what.action, facts);
    return new Set(gone.map(({ id }) => id));
  }
}
