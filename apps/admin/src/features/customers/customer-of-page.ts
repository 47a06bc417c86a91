import type { Customer } from '@latchkey/api-client';
import { useOutletContext } from 'react-router-dom';
import type { PeopleDialogs } from '../../shared/people/people-dialogs';

/** What the customer's page gives to its tabs. */
export interface CustomerOfPage {
  customer: Customer;
  people: PeopleDialogs;
}

export const useCustomerOfPage = (): CustomerOfPage => useOutletContext<CustomerOfPage>();
