import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { coded } from '../http/unique.js';
import { first, transaction } from '../db/sql.js';
import { AppError, fieldError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import { SettingsService } from '../settings/settings.service.js';
import type { ChangeContact, ContactDto, CreateContact } from './contact.dto.js';
import { type ContactFields, type ContactInput, readContact } from './contact-fields.js';
import { CONTACT_TAKEN, ContactWrites } from './contact-writes.js';
import { ContactsQueries } from './contacts.queries.js';

@Injectable()
export class ContactsService {
  constructor(
    private readonly db: DataSource,
    private readonly writes: ContactWrites,
    private readonly queries: ContactsQueries,
    private readonly settings: SettingsService,
  ) {}

  async create(id: string, body: CreateContact, staff: StaffActor): Promise<ContactDto> {
    const { customerId, linkByPhone, ...input } = body;
    const fields = await this.read(input);
    await coded(CONTACT_TAKEN, () =>
      transaction(this.db, async (tx) => {
        // Locked, so that the customer cannot be deleted between this look and the insert.
        const customer = await first(tx, `SELECT id FROM customers WHERE id = $1 FOR KEY SHARE`, [customerId]);
        if (!customer) throw fieldError('/customerId', 'row.not_found');
        await this.writes.create(tx, [{ id, customerId, fields }], { actor: staff, linkByPhone });
      }),
    );
    return this.queries.get(id, staff);
  }

  async change(row: { id: string; version: number }, body: ChangeContact, staff: StaffActor): Promise<ContactDto> {
    const { linkByPhone, ...input } = body;
    const fields = await this.read(input);
    await coded(CONTACT_TAKEN, () =>
      transaction(this.db, (tx) => this.writes.change(tx, [{ ...row, fields }], { actor: staff, linkByPhone })),
    );
    return this.queries.get(row.id, staff);
  }

  async setStatus(id: string, status: 'active' | 'inactive', staff: StaffActor): Promise<ContactDto> {
    await transaction(this.db, (tx) =>
      this.writes.change(tx, [{ id, fields: { status } }], { actor: staff, linkByPhone: true }),
    );
    return this.queries.get(id, staff);
  }

  private async read(input: ContactInput): Promise<Partial<ContactFields>> {
    const { locale } = await this.settings.read();
    const { fields, problems } = readContact(input, locale.country);
    if (problems.length > 0) throw new AppError('request.invalid_body', { errors: problems });
    return fields;
  }
}
