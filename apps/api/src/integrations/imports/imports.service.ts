import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import { first, rows } from '../../db/sql.js';
import { AppError, fieldError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import type { PageQuery } from '../../http/schemas.js';
import { FIELDS_OF, guessMapping, secretColumns } from './import-fields.js';
import { storeFile } from './import-file.js';
import type { ImportDto, ImportRowDto, ImportRowQuery, UploadImport } from './import.dto.js';

type Derived = 'encoding' | 'delimiter' | 'header' | 'sample' | 'secretColumns' | 'fields' | 'counts' | 'writes';

type Row = Omit<ImportDto, Derived> & {
  format: Pick<ImportDto, 'encoding' | 'delimiter' | 'header' | 'sample'>;
  counts: Partial<ImportDto['counts'] & ImportDto['writes']>;
};

const COLUMNS = `id, kind, file_name AS "fileName", size, state, format, mapping, counts, rows_done AS "rowsDone", error, created_by_name AS "createdByName",
  created_at AS "createdAt", finished_at AS "finishedAt", CASE WHEN state = 'done' THEN finished_at + interval '24 hours' END AS "undoUntil"`;

/** A file that is still arriving, or that a process took with it when it died, is no import yet. */
const ARRIVED = `format <> '{}'`;

function toDto({ format, counts, ...row }: Row): ImportDto {
  const { create = 0, update = 0, unchanged = 0, skip = 0 } = counts;
  const { customers = 0, contacts = 0, deployments = 0, devices = 0 } = counts;
  return {
    ...row,
    ...format,
    secretColumns: secretColumns(format.header),
    fields: [...FIELDS_OF[row.kind]],
    counts: { create, update, unchanged, skip },
    writes: { customers, contacts, deployments, devices },
  };
}

@Injectable()
export class ImportsService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** Keeps the file and guesses what its columns are; nothing is imported yet. */
  async upload({ fileName, kind }: UploadImport, body: AsyncIterable<Buffer>, staff: StaffActor): Promise<ImportDto> {
    const id = newId();
    await rows(
      this.db,
      `INSERT INTO imports (id, kind, file_name, created_by_id, created_by_name) VALUES ($1, $2, $3, $4, $5)`,
      [id, kind, fileName, staff.staffId, staff.name],
    );
    try {
      const { size, format } = await storeFile(this.db, id, body);
      await rows(this.db, `UPDATE imports SET size = $2, format = $3, mapping = $4 WHERE id = $1`, [
        id,
        size,
        JSON.stringify(format),
        JSON.stringify(guessMapping(format.header, kind)),
      ]);
      await this.audit.record(this.db, staff, 'import.uploaded', { subjectId: id, fileName, size, kind });
    } catch (error) {
      await rows(this.db, `DELETE FROM imports WHERE id = $1`, [id]);
      throw error;
    }
    return this.get(id);
  }

  async get(id: string): Promise<ImportDto> {
    const row = await first<Row>(this.db, `SELECT ${COLUMNS} FROM imports WHERE id = $1 AND ${ARRIVED}`, [id]);
    if (!row) throw new AppError('row.not_found');
    return toDto(row);
  }

  async list(query: PageQuery) {
    const [before] = query.cursor ? readCursor(query.cursor, 1) : [null];
    const found = await rows<Row>(
      this.db,
      `SELECT ${COLUMNS} FROM imports WHERE ${ARRIVED} AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [before, query.limit + 1],
    );
    return page(found.map(toDto), query.limit, (last) => cursorOf(last.id));
  }

  async lines(id: string, query: ImportRowQuery) {
    await this.get(id);
    const [after] = query.cursor ? readCursor(query.cursor, 1) : [0];
    const found = await rows<ImportRowDto>(
      this.db,
      `SELECT line, title, verdict, reasons, customer_id AS "customerId", contact_id AS "contactId", deployment_id AS "deploymentId", device_id AS "deviceId" FROM import_rows
        WHERE import_id = $1 AND ($2::text IS NULL OR verdict = $2) AND line > $3::int ORDER BY line LIMIT $4`,
      [id, query.verdict ?? null, after, query.limit + 1],
    );
    return page(found, query.limit, (last) => cursorOf(last.line));
  }

  /** Confirms the columns and starts the dry run. */
  async map(id: string, mapping: Record<string, string>, staff: StaffActor): Promise<ImportDto> {
    const { fields } = await this.get(id);
    const known = new Set<string>(fields.map(({ name }) => name));
    if (Object.values(mapping).some((name) => !known.has(name)))
      throw fieldError('/mapping', 'request.invalid_body', 'A field that this kind of file does not have');
    await this.move(id, {
      from: ['uploaded', 'checked', 'checking'],
      to: 'checking',
      set: { mapping: JSON.stringify(mapping) },
    });
    await this.audit.record(this.db, staff, 'import.checked', { subjectId: id });
    return this.get(id);
  }

  async run(id: string, staff: StaffActor): Promise<ImportDto> {
    await this.move(id, { from: ['checked'], to: 'running', set: {} });
    await this.audit.record(this.db, staff, 'import.started', { subjectId: id });
    return this.get(id);
  }

  /** Within 24 hours of the run. */
  async undo(id: string, staff: StaffActor): Promise<ImportDto> {
    const row = await this.get(id);
    if (row.state === 'done' && (row.undoUntil ?? new Date(0)) < new Date()) throw new AppError('import.undo_expired');
    await this.move(id, { from: ['done'], to: 'undoing', set: {} });
    await this.audit.record(this.db, staff, 'import.undone', { subjectId: id });
    return this.get(id);
  }

  private async move(id: string, change: { from: string[]; to: string; set: { mapping?: string } }): Promise<void> {
    const isUndo = change.to === 'undoing';
    const moved = await first(
      this.db,
      `UPDATE imports SET state = $3, mapping = coalesce($4::jsonb, mapping), error = NULL, lease_until = NULL, lease_token = NULL, deaths = 0,
              rows_done = CASE WHEN $5 THEN rows_done ELSE 0 END, counts = CASE WHEN $5 THEN counts ELSE '{}' END
        WHERE id = $1 AND state = ANY ($2) AND ${ARRIVED} RETURNING id`,
      [id, change.from, change.to, change.set.mapping ?? null, isUndo],
    );
    if (!moved) {
      await this.get(id);
      throw new AppError('import.wrong_state');
    }
  }
}
