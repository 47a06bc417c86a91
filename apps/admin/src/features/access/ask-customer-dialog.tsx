import { Skeleton, Stack, Text } from '@mantine/core';
import type { AccessRequest } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerSelect, type ChosenCustomer } from '../../shared/people/customer-select';
import { usePeopleAct } from '../../shared/people/people.api';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FailedState } from '../../ui/failed-state';
import { handToCustomer, useDeciders } from './access.api';

interface AskCustomerDialogProps {
  request: AccessRequest;
  onClose: () => void;
}

/** Lets the people of one customer decide about who asks; who that is, is said first (C10). */
export const AskCustomerDialog = ({ request, onClose }: AskCustomerDialogProps) => {
  const { t } = useTranslation('access');
  const act = usePeopleAct();
  const { customerId, customerName } = request;
  const [customer, setCustomer] = useState<ChosenCustomer | null>(
    customerId && customerName ? { id: customerId, name: customerName } : null,
  );
  const deciders = useDeciders(customer?.id);
  const names = deciders.data?.items.map(({ name }) => name) ?? [];
  const ask = async (): Promise<void> => {
    if (customer) await act(() => handToCustomer(request.id, customer.id));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={ask}
      done={t('requests.ask.done', { customer: customer?.name })}
      title={t('requests.ask.title')}
      confirmLabel={customer ? t('requests.ask.goTo', { customer: customer.name }) : t('requests.ask.go')}
      isBlocked={customer === null || names.length === 0}
    >
      <Stack gap="md">
        <Text>{t('requests.ask.text')}</Text>
        <CustomerSelect label={t('requests.ask.customer')} value={customer} onChange={setCustomer} required />
        {customer ? <Names query={deciders} names={names} /> : null}
      </Stack>
    </ConfirmDialog>
  );
};

const Names = ({ query, names }: { query: ReturnType<typeof useDeciders>; names: readonly string[] }) => {
  const { t, i18n } = useTranslation('access');
  if (query.isPending) return <Skeleton height={20} />;
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} isCompact />;
  if (names.length === 0) return <Text c="red">{t('requests.ask.nobody')}</Text>;
  return (
    <Text>
      {t('requests.ask.deciders', { names: new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(names) })}
    </Text>
  );
};
