import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../http/access.js';
import type { StaffActor } from '../http/actors.js';
import { CreateId, Idempotent } from '../http/idempotency.js';
import { IfMatch, NeedsVersion } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Done, IdParams, PageQuery } from '../http/schemas.js';
import { ActivityPage } from '../audit/activity.dto.js';
import {
  ChangeCustomer,
  CreateCustomer,
  CustomerDeletion,
  CustomerDto,
  CustomerPage,
  CustomerQuery,
} from './customer.dto.js';
import { CustomerRemoval } from './customer-removal.js';
import { CustomersQueries } from './customers.queries.js';
import { CustomersService } from './customers.service.js';

@ApiTags('customers')
@Controller('customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomersService,
    private readonly queries: CustomersQueries,
    private readonly removal: CustomerRemoval,
  ) {}

  /** Customers, searched and filtered. */
  @Get()
  @AllowStaff('customer:read')
  @Returns(200, CustomerPage)
  listCustomers(@Query({ schema: CustomerQuery }) query: CustomerQuery) {
    return this.queries.list(query);
  }

  /** Adds a customer. */
  @Post()
  @Idempotent()
  @AllowStaff('customer:write')
  @Returns(201, CustomerDto)
  createCustomer(
    @Body({ schema: CreateCustomer }) body: CreateCustomer,
    @CreateId() id: string,
    @Actor() staff: StaffActor,
  ) {
    return this.customers.create(id, body, staff);
  }

  /** One customer, with how many of its contacts have a way in. */
  @Get(':id')
  @AllowStaff('customer:read')
  @Returns(200, CustomerDto)
  getCustomer(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.queries.get(id, staff);
  }

  /** Changes what is named. Another rights profile asks for the password again. */
  @Patch(':id')
  @NeedsVersion()
  @AllowStaff('customer:write')
  @Returns(200, CustomerDto)
  changeCustomer(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeCustomer }) body: ChangeCustomer,
    @IfMatch() version: number,
    @Actor() staff: StaffActor,
  ) {
    return this.customers.change({ id, version }, body, staff);
  }

  /** What deleting this customer would do to its contacts and their logins. */
  @Get(':id/deletion')
  @AllowStaff('customer:write')
  @Returns(200, CustomerDeletion)
  previewCustomerDeletion(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.removal.preview(id);
  }

  /** Deletes a customer without cases and deployments, its contacts, and the logins that have no other company. */
  @Delete(':id')
  @AllowStaff('customer:write')
  @Returns(200, Done)
  deleteCustomer(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.removal.remove(id, staff);
  }

  /** Closes the portal to all contacts of this customer; their open sessions there end at once. */
  @Post(':id/deactivate')
  @AllowStaff('customer:write')
  @Returns(200, CustomerDto)
  deactivateCustomer(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.customers.setStatus(id, 'inactive', staff);
  }

  /** Opens the portal again: everybody gets in with the secret they had. */
  @Post(':id/reactivate')
  @AllowStaff('customer:write')
  @Returns(200, CustomerDto)
  reactivateCustomer(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.customers.setStatus(id, 'active', staff);
  }

  /** Who did what to this customer and its contacts, newest first. */
  @Get(':id/activity')
  @AllowStaff('customer:read')
  @Returns(200, ActivityPage)
  listCustomerActivity(@Param({ schema: IdParams }) { id }: IdParams, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.queries.activity(id, query);
  }
}
