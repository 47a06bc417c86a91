import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { loginFates } from '../../customers/login-fates.js';
import { first, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import { DONE, type Done } from '../../http/schemas.js';
import type { ContactDeletion } from '../contact.dto.js';
import { contactName } from '../contact-fields.js';
import { ContactRemoval } from './contact-removal.js';
import { ContactWrites } from '../contact-writes.js';

/** A contact is deleted: what that would do, and doing it. */
@Injectable()
export class ContactDeletionService {
  constructor(
    private readonly db: DataSource,
    private readonly writes: ContactWrites,
    private readonly removal: ContactRemoval,
  ) {}

  async previewDeletion(id: string): Promise<z.input<typeof ContactDeletion>> {
    const counts = await first<{ cases: number; sessions: number }>(
      this.db,
      `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM cases k WHERE k.contact_id = c.id LIMIT 100) capped) AS cases,
              (SELECT count(*)::int FROM sessions s WHERE s.contact_id = c.id AND s.expires_at > now() AND s.idle_expires_at > now()) AS sessions
         FROM contacts c WHERE c.id = $1`,
      [id],
    );
    if (!counts) throw new AppError('row.not_found');
    const [login] = await loginFates(this.db, 'c.id = $1', id);
    return { ...counts, login: login ?? null };
  }

  async remove(id: string, staff: StaffActor): Promise<Done> {
    await transaction(this.db, async (tx) => {
      const contact = (await this.writes.load(tx, [id])).get(id);
      if (!contact) throw new AppError('row.not_found');
      await this.removal.remove(tx, { id, customerId: contact.customerId, name: contactName(contact) }, staff);
    });
    return DONE;
  }
}
