import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { rows } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { inPages } from '../sheets/sheet.js';
import { sheetFile, type SheetFormat } from '../sheets/sheet-file.js';

type Record = { id: string } & { [column: string]: string | number | null };

interface Table {
  /** Header and column names; what an import calls the same thing has the same name. */
  columns: readonly string[];
  /** Rows after id $1, a thousand at a time. */
  sql: string;
}

const phone = (table: string, owner: string) =>
  `(SELECT p.e164 FROM ${table} p WHERE p.${owner} ORDER BY p.position LIMIT 1)`;

/** As every time in a file: ISO 8601. */
const time = (column: string, name: string) => `to_json(${column}) #>> '{}' AS ${name}`;

const TABLES = {
  customers: {
    columns: [
      'customer_number',
      'customer_name',
      'customer_external_id',
      'customer_email',
      'customer_phone',
      'customer_language',
      'street',
      'postal_code',
      'city',
      'country',
      'customer_notes',
      'status',
    ],
    sql: `SELECT c.id, c.number AS customer_number, c.name AS customer_name, c.external_id AS customer_external_id, c.email AS customer_email,
                 ${phone('customer_phones', 'customer_id = c.id')} AS customer_phone, c.language AS customer_language, c.street, c.postal_code, c.city, c.country,
                 c.notes AS customer_notes, c.status
            FROM customers c WHERE ($1::uuid IS NULL OR c.id > $1) ORDER BY c.id LIMIT 1000`,
  },
  contacts: {
    columns: [
      'customer_number',
      'customer_name',
      'first_name',
      'last_name',
      'email',
      'mobile',
      'phone',
      'language',
      'external_id',
      'portal_user',
      'status',
      'access',
      'pin_since',
    ],
    sql: `SELECT k.id, c.number AS customer_number, c.name AS customer_name, k.first_name, k.last_name, k.email,
                 ${phone('contact_phones', "contact_id = k.id AND p.type = 'mobile'")} AS mobile, ${phone('contact_phones', "contact_id = k.id AND p.type <> 'mobile'")} AS phone,
                 k.language, k.external_id, CASE WHEN k.is_portal_user THEN 'yes' ELSE 'no' END AS portal_user, k.status, k.access,
                 (SELECT ${time('max(s.set_at)', 'since')} FROM credentials s WHERE s.identity_id = k.identity_id AND s.kind = 'pin' AND s.state = 'active') AS pin_since
            FROM contacts k JOIN customers c ON c.id = k.customer_id WHERE ($1::uuid IS NULL OR k.id > $1) ORDER BY k.id LIMIT 1000`,
  },
  deployments: {
    columns: [
      'customer_number',
      'customer_name',
      'deployment_name',
      'deployment_external_id',
      'time_zone',
      'street',
      'postal_code',
      'city',
      'country',
      'status',
      'devices',
      'portal',
      'portal_pin_since',
    ],
    sql: `SELECT p.id, c.number AS customer_number, c.name AS customer_name, p.name AS deployment_name, p.external_id AS deployment_external_id, p.time_zone,
                 p.street, p.postal_code, p.city, p.country, p.status, (SELECT count(*)::int FROM devices d WHERE d.deployment_id = p.id AND d.status = 'active') AS devices,
                 CASE WHEN o.is_enabled THEN 'on' ELSE 'off' END AS portal, ${time('o.pin_set_at', 'portal_pin_since')}
            FROM deployments p JOIN customers c ON c.id = p.customer_id LEFT JOIN deployment_portals o ON o.deployment_id = p.id
           WHERE ($1::uuid IS NULL OR p.id > $1) ORDER BY p.id LIMIT 1000`,
  },
  devices: {
    columns: [
      'customer_number',
      'customer_name',
      'deployment_name',
      'deployment_external_id',
      'time_zone',
      'device_name',
      'device_external_id',
      'model',
      'serial',
      'position',
      'tags',
      'device_notes',
      'status',
      'last_scan',
    ],
    sql: `SELECT d.id, c.number AS customer_number, c.name AS customer_name, p.name AS deployment_name, p.external_id AS deployment_external_id, p.time_zone,
                 d.name AS device_name, d.external_id AS device_external_id, d.model, d.serial, d.position, array_to_string(d.tags, ', ') AS tags,
                 d.notes AS device_notes, d.status, ${time('l.last_scan_at', 'last_scan')}
            FROM devices d JOIN deployments p ON p.id = d.deployment_id JOIN customers c ON c.id = p.customer_id LEFT JOIN labels l ON l.id = d.active_label_id
           WHERE ($1::uuid IS NULL OR d.id > $1) ORDER BY d.id LIMIT 1000`,
  },
  labels: {
    columns: [
      'customer_number',
      'customer_name',
      'deployment_name',
      'device_name',
      'device_external_id',
      'status',
      'made',
      'printed',
      'scans',
      'first_scan',
      'last_scan',
      'scan_after_its_end',
    ],
    sql: `SELECT l.id, c.number AS customer_number, c.name AS customer_name, p.name AS deployment_name, d.name AS device_name, d.external_id AS device_external_id, l.state AS status,
                 ${time('l.created_at', 'made')}, ${time('l.printed_at', 'printed')}, l.scans, ${time('l.first_scan_at', 'first_scan')}, ${time('l.last_scan_at', 'last_scan')},
                 ${time('l.late_scan_at', 'scan_after_its_end')}
            FROM labels l LEFT JOIN devices d ON d.id = l.device_id LEFT JOIN deployments p ON p.id = d.deployment_id LEFT JOIN customers c ON c.id = p.customer_id
           WHERE ($1::uuid IS NULL OR l.id > $1) ORDER BY l.id LIMIT 1000`,
  },
  cases: {
    columns: [
      'number',
      'subject',
      'status',
      'priority',
      'customer_number',
      'customer_name',
      'reporter',
      'assignee',
      'device',
      'source',
      'opened',
      'last_activity',
      'closed',
    ],
    sql: `SELECT s.id, s.number, s.subject, s.status, s.priority, c.number AS customer_number, c.name AS customer_name, s.reporter_name AS reporter, m.name AS assignee, s.device,
                 s.source, ${time('s.created_at', 'opened')}, ${time('s.activity_at', 'last_activity')}, ${time('s.closed_at', 'closed')}
            FROM cases s JOIN customers c ON c.id = s.customer_id LEFT JOIN staff_members m ON m.id = s.assignee_id
           WHERE ($1::uuid IS NULL OR s.id > $1) ORDER BY s.id LIMIT 1000`,
  },
} as const satisfies { [name: string]: Table };

export type ExportName = keyof typeof TABLES;

@Injectable()
export class ExportsService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** All rows, streamed; no secret is among the columns. The export is on record before the first byte (D17). */
  async export(name: ExportName, format: SheetFormat, staff: StaffActor): Promise<StreamableFile> {
    await this.audit.record(this.db, staff, 'export.made', { what: name });
    const { columns, sql } = TABLES[name];
    const found = inPages<Record>((after) => rows(this.db, sql, [after?.id ?? null]));
    return sheetFile(format, { name, header: columns, records: cells(found, columns) });
  }
}

async function* cells(
  found: AsyncIterable<Record>,
  columns: readonly string[],
): AsyncGenerator<(string | number | null)[]> {
  for await (const record of found) yield columns.map((column) => record[column] ?? null);
}
