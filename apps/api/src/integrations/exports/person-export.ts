import { Injectable, StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import { PERSON_TABLES } from './person-records.js';
import { type ZipEntry, zipFile } from '../sheets/zip-file.js';

export type Row = Record<string, string | number | null>;

/** Hands out a copy of what is kept about one person: as JSON and, table by table, as CSV (Art. 15 and 20). */
@Injectable()
export class PersonExport {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** On record before the first byte (D17). Throws row.not_found. */
  async export(contactId: string, staff: StaffActor): Promise<StreamableFile> {
    const contact = await first<{ customerId: string }>(
      this.db,
      `SELECT customer_id AS "customerId" FROM contacts WHERE id = $1`,
      [contactId],
    );
    if (!contact) throw new AppError('row.not_found');
    await this.audit.record(this.db, staff, 'contact.exported', { ...contact, contactId });
    return personFile(await personTexts(this.db, contactId));
  }
}

/** Everything kept about one contact: one JSON with all of it, and a CSV of each table. */
export async function personTexts(db: Db, contactId: string, shown = (row: Row): Row => row): Promise<ZipEntry[]> {
  const found: [string, Row[]][] = [];
  for (const { name, sql } of PERSON_TABLES)
    found.push([name, (await rows<Row>(db, sql, [contactId])).map((row) => shown(row))]);
  const json = { name: 'person.json', content: JSON.stringify(Object.fromEntries(found), null, 2) };
  const tables = PERSON_TABLES.map(({ name, columns }, index) => ({
    name: `${name}.csv`,
    content: csv(columns, found[index]?.[1] ?? []),
  }));
  return [json, ...tables];
}

export const personFile = (texts: readonly ZipEntry[]): StreamableFile =>
  new StreamableFile(zipFile(texts), { type: 'application/zip', disposition: 'attachment; filename="person.zip"' });

/** As all our CSV (csv-file.ts): what a spreadsheet would run as a formula gets a ' in front (D17). */
const csv = (columns: readonly string[], records: Row[]): string =>
  stringify(records, {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
