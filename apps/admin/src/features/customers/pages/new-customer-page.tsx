import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { usePeopleAct } from '../../../shared/people/people.api';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { saveNewCustomer } from '../customers.api';
import { CustomerForm } from '../form/customer-form';
import { NEW_CUSTOMER, toNewCustomer, type CustomerValues } from '../form/customer-values';

export const NewCustomerPage = () => {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const act = usePeopleAct();
  const toast = useToasts();
  const keyFor = useIdempotencyKey();
  const created = useRef('');
  const save = async (values: CustomerValues): Promise<void> => {
    const body = toNewCustomer(values);
    const customer = await act(() => saveNewCustomer(body, keyFor(body)));
    created.current = customer.id;
    toast.done(t('done.created', { name: customer.name, number: customer.number }));
  };
  return (
    <>
      <PageHeader title={t('add')} back={{ to: '/customers', label: t('title') }} />
      <CustomerForm
        initial={NEW_CUSTOMER}
        isNew
        onSave={save}
        onSaved={() => void navigate(`/customers/${created.current}/contacts`)}
        onCancel={() => void navigate('/customers')}
      />
    </>
  );
};
