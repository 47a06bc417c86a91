import type { Customer } from '@latchkey/api-client';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { usePeopleAct } from '../../../shared/people/people.api';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { fetchCustomer, saveCustomer, useCustomer } from '../customers.api';
import { CustomerForm } from '../form/customer-form';
import { toCustomerChange, toCustomerValues, type CustomerValues } from '../form/customer-values';

export const EditCustomerPage = () => {
  const { customerId = '' } = useParams();
  return <Loaded query={useCustomer(customerId)}>{(customer) => <EditCustomer customer={customer} />}</Loaded>;
};

const EditCustomer = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const act = usePeopleAct();
  const toast = useToasts();
  // The version the form started from: a refetch of the page behind it must not hide somebody else's change.
  const version = useRef(customer.version);
  const page = `/customers/${customer.id}`;
  const save = async (values: CustomerValues, start: CustomerValues): Promise<void> => {
    const body = toCustomerChange(values, start);
    const saved = await act(() => saveCustomer({ id: customer.id, version: version.current }, body));
    toast.done(t('done.saved', { name: saved.name }));
  };
  const reload = async (): Promise<CustomerValues> => {
    const newest = await fetchCustomer(customer.id);
    version.current = newest.version;
    return toCustomerValues(newest);
  };
  return (
    <>
      <PageHeader title={t('editTitle', { name: customer.name })} back={{ to: page, label: customer.name }} />
      <CustomerForm
        initial={toCustomerValues(customer)}
        onSave={save}
        onSaved={() => void navigate(page)}
        onCancel={() => void navigate(page)}
        onReload={reload}
      />
    </>
  );
};
