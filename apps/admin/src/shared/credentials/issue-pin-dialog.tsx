import { Button, Group, Stack, Text } from '@mantine/core';
import type { Contact, IssuedPin } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { CopyOnce } from '../../ui/copy-once';
import { FailedState } from '../../ui/failed-state';
import { nameOf } from '../people/contact-words';
import { usePeopleAct } from '../people/people.api';
import { SecretDialog } from '../secrets/secret-dialog';
import { useProtectedAct } from '../secrets/use-protected-act';
import { newPin } from './credentials.api';

interface DialogProps {
  contact: Contact;
  onClose: () => void;
  onSend: () => void;
}

/** A PIN beside the one in use, which works until the new one is used (INV-3); shown once. */
export const IssuePinDialog = ({ contact, onClose, onSend }: DialogProps) => {
  const { t } = useTranslation('credentials');
  const name = nameOf(contact, t);
  return (
    <SecretDialog<IssuedPin>
      title={t('issue.title', { name })}
      onClose={onClose}
      ask={(show) => <Question contact={contact} onClose={onClose} onIssued={show} />}
    >
      {(issued) => <Issued name={name} issued={issued} onClose={onClose} onSend={onSend} />}
    </SecretDialog>
  );
};

const Question = ({
  contact,
  onClose,
  onIssued,
}: Omit<DialogProps, 'onSend'> & { onIssued: (pin: IssuedPin) => void }) => {
  const { t } = useTranslation('credentials');
  const act = usePeopleAct();
  const { start, isBusy, error, dialog } = useProtectedAct(() => act(() => newPin(contact.id)), onIssued);
  return (
    <Stack gap="md">
      <Text>{t(contact.pin === 'none' ? 'issue.first' : 'issue.beside')}</Text>
      {contact.alsoAt.length > 0 ? <Text>{t('appliesTo', { count: contact.alsoAt.length + 1 })}</Text> : null}
      {error === null ? null : <FailedState error={error} isCompact />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button loading={isBusy} onClick={() => void start(undefined)} data-autofocus>
          {t('issue.go')}
        </Button>
      </Group>
      {dialog}
    </Stack>
  );
};

type IssuedProps = { name: string; issued: IssuedPin } & Omit<DialogProps, 'contact'>;

const Issued = ({ name, issued, onClose, onSend }: IssuedProps) => {
  const { t } = useTranslation('credentials');
  const { phone, date } = useFormat();
  return (
    <Stack gap="md">
      <CopyOnce
        label={t('issue.label', { name })}
        value={issued.pin}
        {...(issued.readableUntil ? { warning: t('issue.readableUntil', { date: date(issued.readableUntil) }) } : {})}
      />
      <Text>{t('issue.loginIds', { ids: issued.loginIds.map(phone).join(', ') })}</Text>
      {issued.state === 'pending' ? <Text c="dimmed">{t('issue.pending')}</Text> : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onSend}>
          {t('issue.send')}
        </Button>
        <Button onClick={onClose}>{t('done')}</Button>
      </Group>
    </Stack>
  );
};
