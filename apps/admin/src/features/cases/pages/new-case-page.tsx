import { getContactOptions, getCustomerOptions, getDeviceOptions } from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import type { ChosenCustomer } from '../../../shared/people/customer-select';
import { FailedState } from '../../../ui/failed-state';
import { PageHeader } from '../../../ui/page-header';
import type { ChosenContact } from '../contact-select';
import { NewCaseForm } from '../new-case-form';
import type { ChosenDevice } from '../reporting/device-select';

export const NewCasePage = () => {
  const { t } = useTranslation('cases');
  const { error, isPending, ...about } = useOnBehalf();
  return (
    <>
      <PageHeader title={t('new.title')} back={{ to: '/cases', label: t('title') }} />
      {error ? <FailedState error={error} /> : null}
      {isPending ? null : <NewCaseForm {...about} />}
    </>
  );
};

interface OnBehalf {
  error: unknown;
  isPending: boolean;
  customer: ChosenCustomer | null;
  contact: ChosenContact | null;
  device: ChosenDevice | null;
}

/** "?contactId=", "?customerId=" or "?deviceId=" fills in on whose behalf and for what; what cannot be found is left empty. */
const useOnBehalf = (): OnBehalf => {
  const { t } = useTranslation('cases');
  const [params] = useSearchParams();
  const idOf = (name: string): { path: { id: string } } => ({ path: { id: params.get(name) ?? '' } });
  const contact = useQuery({ ...getContactOptions(idOf('contactId')), enabled: params.has('contactId') });
  const customer = useQuery({ ...getCustomerOptions(idOf('customerId')), enabled: params.has('customerId') });
  const device = useQuery({ ...getDeviceOptions(idOf('deviceId')), enabled: params.has('deviceId') });
  const found = [contact, customer, device];
  const [chosen] = [contact.data?.customer, device.data?.customer, customer.data].filter((one) => one !== undefined);
  return {
    error: found.find(({ error }) => error !== null)?.error,
    isPending: found.some(({ isLoading }) => isLoading),
    customer: chosen ?? null,
    contact: contact.data ? { id: contact.data.id, name: contact.data.name ?? t('nameless') } : null,
    device: device.data ?? null,
  };
};
