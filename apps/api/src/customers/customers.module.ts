import { Global, Module } from '@nestjs/common';
import { CustomerCheck } from './customer-check.js';
import { CustomerHooks } from './customer-hooks.js';
import { CustomerRemoval } from './customer-removal.js';
import { CustomerWrites } from './customer-writes.js';
import { CustomersController } from './customers.controller.js';
import { CustomersQueries } from './customers.queries.js';
import { CustomersService } from './customers.service.js';
import { RightsProfilesController } from './rights-profiles/rights-profiles.controller.js';
import { RightsProfilesService } from './rights-profiles/rights-profiles.service.js';

@Global()
@Module({
  controllers: [CustomersController, RightsProfilesController],
  providers: [
    CustomerWrites,
    CustomersService,
    CustomerRemoval,
    CustomersQueries,
    RightsProfilesService,
    CustomerHooks,
    CustomerCheck,
  ],
  exports: [CustomerHooks, CustomerWrites],
})
export class CustomersModule {}
