import { Injectable } from '@nestjs/common';
import { AccessChecks, green } from '../access-checks/access-checks.js';
import { fixes } from '../access-checks/fixes.js';

/** Of a customer that is not active nobody gets in. */
@Injectable()
export class CustomerCheck {
  constructor(checks: AccessChecks) {
    checks.register({
      key: 'customer_active',
      group: 'person',
      look: ({ subject }) =>
        subject.isCustomerActive
          ? green('customer_active', { customer: subject.customerName })
          : {
              state: 'red',
              cause: 'customer_inactive',
              blocks: 'all',
              facts: { customer: subject.customerName },
              fix: fixes.reactivateCustomer(subject),
            },
    });
  }
}
