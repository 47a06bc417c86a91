import type { DeploymentRow } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customerSearchOptions } from '../../shared/people/people.api';
import type { Filter } from '../../ui/filter-chip';

/** A few customers to choose from, and always the chosen one. */
export const useCustomerFilter = (chosen: string | undefined, rows: readonly DeploymentRow[]): Filter => {
  const { t } = useTranslation('deployments');
  const found = useQuery(customerSearchOptions(''));
  const known = new Map([
    ...(found.data ?? []).map(({ id, name }) => [id, name] as const),
    ...rows.map(({ customer }) => [customer.id, customer.name] as const),
  ]);
  if (chosen && !known.has(chosen)) known.set(chosen, t('chosenCustomer'));
  const options = [...known].map(([value, label]) => ({ value, label }));
  return { name: 'customerId', label: t('field.customer'), isSingle: true, options };
};
