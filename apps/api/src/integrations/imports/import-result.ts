import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../../db/sql.js';
import { inPages } from '../sheets/sheet.js';
import { sheetFile, type SheetOfParams } from '../sheets/sheet-file.js';
import type { ImportRowDto } from './import.dto.js';
import { ImportsService } from './imports.service.js';

@Injectable()
export class ImportResult {
  constructor(
    private readonly db: DataSource,
    private readonly imports: ImportsService,
  ) {}

  /** Every line with its verdict and reasons. */
  async file({ id, format }: SheetOfParams): Promise<StreamableFile> {
    const { fileName } = await this.imports.get(id);
    return sheetFile(format, {
      name: `result-${fileName.replace(/[^\w.-]+/g, '_').replace(/\.csv$/i, '')}`,
      header: ['line', 'title', 'verdict', 'reasons'],
      records: this.records(id),
    });
  }

  private async *records(id: string): AsyncGenerator<(string | number)[]> {
    const lines = inPages<ImportRowDto>((after) =>
      rows(
        this.db,
        `SELECT line, title, verdict, reasons FROM import_rows WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT 1000`,
        [id, after?.line ?? 0],
      ),
    );
    for await (const { line, title, verdict, reasons } of lines) {
      yield [
        line,
        title,
        verdict,
        reasons.map((reason) => [reason.code, reason.field, reason.value].filter(Boolean).join(' ')).join('; '),
      ];
    }
  }
}
