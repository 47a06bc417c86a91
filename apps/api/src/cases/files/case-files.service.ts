import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../db/id.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { isReally } from '../../files/file-kind.js';
import type { FileType } from '../../files/file-types.js';
import { redraw } from '../../files/picture.js';
import type { StoredFile } from '../../files/send-file.js';
import { readAll } from '../../files/upload.js';
import type { ContactActor, StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { READABLE, READABLE_MESSAGE, visibleTo } from '../portal/visible-cases.js';
import { type CaseFileDto, MOST_LOOSE_BYTES, MOST_LOOSE_FILES } from './case-file.dto.js';
import { ownerOf, type Uploader } from './owner.js';
import { UploadLimits } from './upload-limits.js';

export interface Arriving {
  name: string;
  type: FileType;
  stream: Readable;
}

@Injectable()
export class CaseFilesService {
  constructor(
    private readonly db: DataSource,
    private readonly limits: UploadLimits,
  ) {}

  /**
   * Keeps an uploaded file until a message names it, for a day at most. Throws file.too_large, file.type_not_allowed,
   * file.unreadable; file.too_many when 20 of this owner wait already, or 50 MB.
   */
  async keep(file: Arriving, actor: Uploader): Promise<CaseFileDto> {
    const owner = ownerOf(actor);
    if (!(await this.hasRoom(this.db, owner))) throw new AppError('file.too_many');
    const received = await readAll(file.stream);
    if (!isReally(file.type, received)) throw new AppError('file.type_not_allowed');
    const data = file.type === 'application/pdf' ? received : await redraw(received);
    const kept = { id: newId(), name: file.name, type: file.type, size: data.length };
    await this.store(kept, { owner, data });
    return kept;
  }

  keepForContact(file: Arriving, contact: ContactActor): Promise<CaseFileDto> {
    if (!contact.rights.has('case:create') && !contact.rights.has('case:reply'))
      throw new AppError('access.denied', { missing: 'case:create' });
    return this.limits.take(ownerOf(contact), () => this.keep(file, contact));
  }

  /** Every file of every case, and what this staff member uploaded just now. */
  async forStaff(id: string, staff: StaffActor): Promise<StoredFile> {
    const found = await first<StoredFile>(
      this.db,
      `SELECT name, type, data FROM case_files WHERE id = $1 AND (case_id IS NOT NULL OR owner = $2)`,
      [id, ownerOf(staff)],
    );
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  /** Files of public messages in cases that the contact may see, and what the contact uploaded just now. */
  async forContact(id: string, contact: ContactActor): Promise<StoredFile> {
    const found = await first<StoredFile>(
      this.db,
      `SELECT f.name, f.type, f.data FROM case_files f LEFT JOIN case_messages m ON m.id = f.message_id LEFT JOIN cases k ON k.id = f.case_id
        WHERE f.id = $3 AND ((f.case_id IS NULL AND f.owner = $4) OR (m.visibility = 'public' AND ${READABLE} AND ${READABLE_MESSAGE}))`,
      [...visibleTo(contact), id, ownerOf(contact)],
    );
    if (!found) throw new AppError('row.not_found');
    return found;
  }

  /** The lock makes the owner's uploads come one after the other, so that the limit holds however many arrive at once. */
  private async store(file: CaseFileDto, { owner, data }: { owner: string; data: Buffer }): Promise<void> {
    await transaction(this.db, async (tx) => {
      await rows(tx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`case-files ${owner}`]);
      if (!(await this.hasRoom(tx, owner, data.length))) throw new AppError('file.too_many');
      await rows(
        tx,
        `INSERT INTO case_files (id, owner, name, type, size, data) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [file.id, owner, file.name, file.type, file.size, data],
      );
    });
  }

  private async hasRoom(db: Db, owner: string, more = 0): Promise<boolean> {
    const loose = await first<{ files: number; bytes: number }>(
      db,
      `SELECT count(*)::int AS files, coalesce(sum(size), 0)::int AS bytes FROM case_files WHERE case_id IS NULL AND owner = $1`,
      [owner],
    );
    return loose !== undefined && loose.files < MOST_LOOSE_FILES && loose.bytes + more <= MOST_LOOSE_BYTES;
  }
}
