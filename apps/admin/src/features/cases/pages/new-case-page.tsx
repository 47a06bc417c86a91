import { getContactOptions, getCustomerOptions } from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import type { ChosenCustomer } from '../../../shared/people/customer-select';
import { FailedState } from '../../../ui/failed-state';
import { PageHeader } from '../../../ui/page-header';
import type { ChosenContact } from '../contact-select';
import { NewCaseForm } from '../new-case-form';

export const NewCasePage = () => {
  const { t } = useTranslation('cases');
  const { error, isPending, customer, contact } = useOnBehalf();
  return (
    <>
      <PageHeader title={t('new.title')} back={{ to: '/cases', label: t('title') }} />
      {error ? <FailedState error={error} /> : null}
      {isPending ? null : <NewCaseForm customer={customer} contact={contact} />}
    </>
  );
};

interface OnBehalf {
  error: unknown;
  isPending: boolean;
  customer: ChosenCustomer | null;
  contact: ChosenContact | null;
}

/** "?contactId=" or "?customerId=" fills in on whose behalf; what cannot be found is left empty. */
const useOnBehalf = (): OnBehalf => {
  const { t } = useTranslation('cases');
  const [params] = useSearchParams();
  const contactId = params.get('contactId') ?? '';
  const customerId = params.get('customerId') ?? '';
  const contact = useQuery({ ...getContactOptions({ path: { id: contactId } }), enabled: contactId !== '' });
  const customer = useQuery({ ...getCustomerOptions({ path: { id: customerId } }), enabled: customerId !== '' });
  return {
    error: contact.error ?? customer.error,
    isPending: contact.isLoading || customer.isLoading,
    customer: contact.data?.customer ?? customer.data ?? null,
    contact: contact.data ? { id: contact.data.id, name: contact.data.name ?? t('nameless') } : null,
  };
};
