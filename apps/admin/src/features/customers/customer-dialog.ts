import type { CustomerRow } from '@latchkey/api-client';

/** What an action needs to know of the customer it is about. */
export type ActedCustomer = Pick<CustomerRow, 'id' | 'name' | 'status'>;

/** A question that is asked before a customer is deactivated or deleted. */
export interface CustomerDialog {
  kind: 'close' | 'delete';
  customer: ActedCustomer;
}
