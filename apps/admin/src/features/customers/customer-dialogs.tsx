import { List, Skeleton, Stack, Text } from '@mantine/core';
import type { CustomerDeletion } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoginFateText } from '../../shared/people/login-fate-text';
import { usePeopleAct } from '../../shared/people/people.api';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FailedState } from '../../ui/failed-state';
import { closeCustomer, customerDeletionOptions, removeCustomer, reopenCustomer, useCustomer } from './customers.api';
import type { ActedCustomer, CustomerDialog } from './customer-dialog';

export const useCustomerDialogs = (
  onGone?: () => Promise<void> | void,
): { open: (dialog: CustomerDialog) => void; element: ReactNode } => {
  const [dialog, setDialog] = useState<CustomerDialog | null>(null);
  const close = (): void => setDialog(null);
  if (!dialog) return { open: setDialog, element: null };
  const element =
    dialog.kind === 'close' ? (
      <CloseDialog customer={dialog.customer} onClose={close} />
    ) : (
      <DeleteDialog customer={dialog.customer} onClose={close} onDeleted={onGone} />
    );
  return { open: setDialog, element };
};

interface DialogProps {
  customer: ActedCustomer;
  onClose: () => void;
}

/** Who loses the way in, said first (A17, INV-8). */
const CloseDialog = ({ customer, onClose }: DialogProps) => {
  const { t } = useTranslation('customers');
  const act = usePeopleAct();
  const { id, name } = customer;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => closeCustomer(id))}
      done={t('done.deactivated', { name })}
      undo={() => act(() => reopenCustomer(id))}
      title={t('close.title', { name })}
      confirmLabel={t('close.go')}
      isDangerous
    >
      <CloseEffects id={id} />
    </ConfirmDialog>
  );
};

const CloseEffects = ({ id }: { id: string }) => {
  const { t } = useTranslation('customers');
  const found = useCustomer(id);
  if (found.error && !found.data)
    return <FailedState error={found.error} onRetry={() => void found.refetch()} isCompact />;
  if (!found.data) return <Skeleton height={60} />;
  const { active, invited } = found.data.access;
  return (
    <Stack gap={4}>
      {active + invited > 0 ? (
        <Text>{t('close.people', { count: active + invited })}</Text>
      ) : (
        <Text>{t('close.nobody')}</Text>
      )}
      <Text>{t('close.secretsStay')}</Text>
    </Stack>
  );
};

const DeleteDialog = ({
  customer,
  onClose,
  onDeleted,
}: DialogProps & { onDeleted: (() => Promise<void> | void) | undefined }) => {
  const { t } = useTranslation('customers');
  const act = usePeopleAct();
  const { id, name } = customer;
  const effects = useQuery(customerDeletionOptions(id));
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => removeCustomer(id).then(onDeleted))}
      done={t('done.deleted', { name })}
      title={t('delete.title', { name })}
      confirmLabel={effects.data ? t('delete.go', { count: effects.data.contacts }) : t('contacts:delete.go')}
      {...(effects.data?.canDelete === false ? { isBlocked: true } : { typedPhrase: name })}
      isDangerous
    >
      {effects.error ? (
        <FailedState error={effects.error} onRetry={() => void effects.refetch()} isCompact />
      ) : (
        <DeleteEffects effects={effects.data} />
      )}
    </ConfirmDialog>
  );
};

const MOST_SHOWN = 8;

const DeleteEffects = ({ effects }: { effects: CustomerDeletion | undefined }) => {
  const { t } = useTranslation('customers');
  if (!effects) return <Skeleton height={80} />;
  if (!effects.canDelete) return <Text>{t('delete.hasCases', { count: effects.cases })}</Text>;
  const fates = [...effects.loginsThatEnd, ...effects.loginsThatStay];
  const more = fates.length - MOST_SHOWN;
  return (
    <Stack gap="xs">
      <Text>{t('delete.contacts', { count: effects.contacts })}</Text>
      {fates.length > 0 ? (
        <List size="sm">
          {fates.slice(0, MOST_SHOWN).map((fate) => (
            <List.Item key={fate.contactId}>
              <LoginFateText fate={fate} />
            </List.Item>
          ))}
        </List>
      ) : (
        <Text>{t('delete.noLogins')}</Text>
      )}
      {more > 0 ? <Text>{t('delete.more', { count: more })}</Text> : null}
      <Text fw={500}>{t('contacts:delete.noUndo')}</Text>
    </Stack>
  );
};
