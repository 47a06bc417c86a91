import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { transaction } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import { SettingsService } from '../settings/settings.service.js';
import type { ChangeCustomer, CreateCustomer, CustomerDto } from './customer.dto.js';
import { type CustomerFields, readCustomer } from './customer-fields.js';
import { CUSTOMER_TAKEN, CustomerWrites } from './customer-writes.js';
import { CustomersQueries } from './customers.queries.js';
import { coded } from '../http/unique.js';

const NO_SUCH_ADDRESS = { pointer: '/portalAddressId', code: 'unknown', detail: 'Not an address of the settings' };

@Injectable()
export class CustomersService {
  constructor(
    private readonly db: DataSource,
    private readonly writes: CustomerWrites,
    private readonly queries: CustomersQueries,
    private readonly settings: SettingsService,
  ) {}

  async create(id: string, body: CreateCustomer, staff: StaffActor): Promise<CustomerDto> {
    const fields = await this.read(body);
    await coded(CUSTOMER_TAKEN, () =>
      transaction(this.db, (tx) =>
        this.writes.create(tx, [{ id, fields: { ...fields, name: body.name } }], { actor: staff }),
      ),
    );
    return this.queries.get(id, staff);
  }

  async change(row: { id: string; version: number }, body: ChangeCustomer, staff: StaffActor): Promise<CustomerDto> {
    const fields = await this.read(body);
    await coded(CUSTOMER_TAKEN, () =>
      transaction(this.db, (tx) => this.writes.change(tx, [{ ...row, fields }], { actor: staff })),
    );
    return this.queries.get(row.id, staff);
  }

  async setStatus(id: string, status: 'active' | 'inactive', staff: StaffActor): Promise<CustomerDto> {
    await transaction(this.db, (tx) => this.writes.change(tx, [{ id, fields: { status } }], { actor: staff }));
    return this.queries.get(id, staff);
  }

  private async read(body: ChangeCustomer): Promise<Partial<CustomerFields>> {
    const { locale, portal } = await this.settings.read();
    const { fields, problems } = readCustomer(body, locale.country);
    const { portalAddressId: chosen } = body;
    if (chosen && !portal.addresses.some(({ id }) => id === chosen)) problems.push(NO_SUCH_ADDRESS);
    if (problems.length > 0) throw new AppError('request.invalid_body', { errors: problems });
    return fields;
  }
}
