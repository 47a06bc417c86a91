import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import type { Permission } from '../../http/permissions.js';
import type { Sheet } from '../sheets/sheet.js';
import { sheetFile, type SheetFormat } from '../sheets/sheet-file.js';

/** How many rows an export asks for at once. */
export const AT_ONCE = 1_000;

export interface RecordedExport extends Sheet {
  /** The right to see the same list on screen; the right to export alone is not enough. */
  needs: Permission;
  filter: object;
}

/** What a list shows, as a file: for whoever may see the list, and on record with its filter before the first byte (D17). */
@Injectable()
export class RecordedExports {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  async make(
    { needs, filter, ...sheet }: RecordedExport,
    format: SheetFormat,
    staff: StaffActor,
  ): Promise<StreamableFile> {
    if (!staff.permissions.has(needs)) throw new AppError('access.denied');
    await this.audit.record(this.db, staff, 'export.made', { what: sheet.name, filter });
    return sheetFile(format, sheet);
  }
}
