import { Button, Modal, Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Contact, SentCredentials } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { nameOf } from '../people/contact-words';
import { customersContactsOptions } from './credentials.api';
import classes from './send-dialog.module.css';
import { SendFoot } from './send-foot';
import { SendForm } from './send-form';
import { SendPreview, SendWarnings } from './send-preview';
import { SendRecipients } from './send-recipients';
import { SendResult } from './send-result';
import { useComposer } from './use-composer';

/** Contacts chosen in a list, or everybody of some customers (then those without access are chosen at first). */
export type SendTo = { contacts: readonly Contact[] } | { customerIds: readonly string[] };

interface SendDialogProps {
  to: SendTo;
  onClose: () => void;
}

/** Send portal credentials (S0.4 to S0.13). */
export const SendDialog = ({ to, onClose }: SendDialogProps) => {
  const { t } = useTranslation('credentials');
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const only = 'contacts' in to && to.contacts.length === 1 ? to.contacts[0] : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1120px, 96vw)"
      fullScreen={isPhone ?? false}
      closeOnClickOutside={false}
      title={only ? t('send.titleTo', { name: nameOf(only, t) }) : t('send.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {'contacts' in to ? (
        <Composing contacts={to.contacts} initial={to.contacts.map((one) => one.id)} onClose={onClose} />
      ) : (
        <OfCustomers customerIds={to.customerIds} onClose={onClose} />
      )}
    </Modal>
  );
};

/** Those without access stand first: they are what the dialog was opened for. */
const byNeed = (contacts: readonly Contact[]): readonly Contact[] =>
  contacts.toSorted((one, other) => Number(one.access !== 'none') - Number(other.access !== 'none'));

/** Everybody without access is chosen; when all have it, only a single contact is. */
const firstChoice = (contacts: readonly Contact[]): readonly string[] => {
  const without = contacts.filter((one) => one.access === 'none').map((one) => one.id);
  return without.length === 0 && contacts.length === 1 ? contacts.map((one) => one.id) : without;
};

const OfCustomers = ({ customerIds, onClose }: { customerIds: readonly string[]; onClose: () => void }) => {
  const { t } = useTranslation('credentials');
  const found = useQuery(customersContactsOptions(customerIds));
  // What was found when the dialog opened stays: a refetch must not change who is chosen.
  const [contacts, setContacts] = useState<readonly Contact[]>();
  if (!contacts && found.data) setContacts(byNeed(found.data));
  if (found.error && !contacts) return <FailedState error={found.error} onRetry={() => void found.refetch()} />;
  if (!contacts) return <DialogSkeleton />;
  if (contacts.length > 0) return <Composing contacts={contacts} initial={firstChoice(contacts)} onClose={onClose} />;
  const add = customerIds.length === 1 ? `/contacts/new?customer=${customerIds[0]}` : undefined;
  return (
    <EmptyState
      title={t('send.noContacts')}
      text={t('send.noContactsText')}
      actions={
        add ? (
          <Button component={Link} to={add} onClick={onClose}>
            {t('contacts:add')}
          </Button>
        ) : null
      }
    />
  );
};

const DialogSkeleton = () => (
  <div className={classes.columns} aria-busy>
    <Stack>
      {[36, 36, 180].map((height, index) => (
        <Skeleton key={index} height={height} />
      ))}
    </Stack>
    <Skeleton height={420} />
  </div>
);

interface ComposingProps {
  contacts: readonly Contact[];
  initial: readonly string[];
  onClose: () => void;
}

const Composing = ({ contacts, initial, onClose }: ComposingProps) => {
  const composer = useComposer(contacts, initial);
  const [result, setResult] = useState<SentCredentials | null>(null);
  if (result) return <SendResult result={result} contacts={contacts} onClose={onClose} />;
  if (composer.base.error && !composer.base.data)
    return <FailedState error={composer.base.error} onRetry={() => void composer.base.refetch()} />;
  if (composer.base.isPending) return <DialogSkeleton />;
  return (
    <>
      <div className={classes.columns}>
        <Stack gap="md">
          <SendRecipients contacts={contacts} composer={composer} />
          <SendForm composer={composer} />
        </Stack>
        <SendPreview composer={composer} />
      </div>
      <SendWarnings composer={composer} />
      <SendFoot composer={composer} contacts={contacts} onClose={onClose} onResult={setResult} />
    </>
  );
};
