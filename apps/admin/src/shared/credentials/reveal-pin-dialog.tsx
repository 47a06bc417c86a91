import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Contact, RevealedPin } from '@latchkey/api-client';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../ui/failed-state';
import { nameOf } from '../people/contact-words';
import { usePeopleAct } from '../people/people.api';
import { SecretDialog } from '../secrets/secret-dialog';
import { useProtectedAct } from '../secrets/use-protected-act';
import { showPin } from './credentials.api';

const SHOWN_FOR_S = 30;

interface DialogProps {
  contact: Contact;
  onClose: () => void;
}

/** A PIN that was not used yet, for half a minute; every look has its reason in the audit (D1, INV-10). */
export const RevealPinDialog = ({ contact, onClose }: DialogProps) => {
  const { t } = useTranslation('credentials');
  return (
    <SecretDialog<RevealedPin>
      title={t('reveal.title', { name: nameOf(contact, t) })}
      onClose={onClose}
      ask={(show) => <ReasonForm contact={contact} onRevealed={show} onClose={onClose} />}
      isRepeatable
    >
      {({ pin }) => <ShownPin pin={pin} onOver={onClose} />}
    </SecretDialog>
  );
};

const ReasonForm = ({ contact, onRevealed, onClose }: DialogProps & { onRevealed: (pin: RevealedPin) => void }) => {
  const { t } = useTranslation('credentials');
  const act = usePeopleAct();
  const [reason, setReason] = useState('');
  const reveal = useProtectedAct((why: string) => act(() => showPin(contact.id, why)), onRevealed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void reveal.start(reason.trim());
  };

  return (
    <>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('reveal.reason')}
            description={t('reveal.reasonHelp')}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
            required
          />
          {reveal.error === null ? null : <FailedState error={reveal.error} isCompact />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={reveal.isBusy} disabled={reason.trim() === ''}>
              {t('reveal.show')}
            </Button>
          </Group>
        </Stack>
      </form>
      {reveal.dialog}
    </>
  );
};

const ShownPin = ({ pin, onOver }: { pin: string; onOver: () => void }) => {
  const { t } = useTranslation('credentials');
  const [left, setLeft] = useState(SHOWN_FOR_S);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onOver();
  }, [left, onOver]);

  return (
    <Stack gap="md" align="center">
      <Code fz={28} p="md" translate="no" aria-label={t('reveal.pin', { pin: pin.split('').join(' ') })}>
        {pin}
      </Code>
      <Text c="dimmed">{t('reveal.hidesIn', { count: left })}</Text>
      <Button variant="default" onClick={onOver} data-autofocus>
        {t('reveal.hide')}
      </Button>
    </Stack>
  );
};
