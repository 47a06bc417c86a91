import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import type { ChosenCustomer } from '../../../shared/people/customer-select';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { chosenCustomerOptions, saveNewDeployment, useDeploymentAct } from '../deployments.api';
import { DeploymentForm } from '../form/deployment-form';
import { atCustomer, newDeployment, toNewDeployment, type DeploymentValues } from '../form/deployment-values';
import { ownTimeZone } from '../form/time-zones';

/** From the page of a customer, that customer is chosen already. */
export const NewDeploymentPage = () => {
  const { t } = useTranslation('deployments');
  const [params] = useSearchParams();
  const customerId = params.get('customer') ?? '';
  const customer = useQuery({ ...chosenCustomerOptions(customerId), enabled: customerId !== '' });
  return (
    <>
      <PageHeader title={t('add')} back={{ to: '/deployments', label: t('title') }} />
      {customerId === '' ? (
        <NewDeployment customer={null} />
      ) : (
        <Loaded query={customer}>{(found) => <NewDeployment customer={found} />}</Loaded>
      )}
    </>
  );
};

const NewDeployment = ({ customer }: { customer: ChosenCustomer | null }) => {
  const { t } = useTranslation('deployments');
  const navigate = useNavigate();
  const act = useDeploymentAct();
  const toast = useToasts();
  const keyFor = useIdempotencyKey();
  const created = useRef('');
  const save = async (values: DeploymentValues): Promise<void> => {
    const body = toNewDeployment(values);
    const deployment = await act(() => saveNewDeployment(body, keyFor(body))).catch((error: unknown) => {
      throw atCustomer(error);
    });
    created.current = deployment.id;
    toast.done(t('done.created', { name: deployment.name }));
  };
  return (
    <DeploymentForm
      initial={newDeployment(customer, ownTimeZone())}
      isNew
      onSave={save}
      onSaved={() => void navigate(`/deployments/${created.current}`)}
      onCancel={() => void navigate(customer ? `/customers/${customer.id}/deployments` : '/deployments')}
    />
  );
};
