import { Button, Code, Stack, Text } from '@mantine/core';
import type { Contact, RevealedPin } from '@latchkey/api-client';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../people/contact-words';
import { usePeopleAct } from '../people/people.api';
import { ReasonForm } from '../secrets/reason-form';
import { SecretDialog } from '../secrets/secret-dialog';
import { showPin } from './credentials.api';

const SHOWN_FOR_S = 30;

interface DialogProps {
  contact: Contact;
  onClose: () => void;
}

/** A PIN that was not used yet, for half a minute; every look has its reason in the audit (D1, INV-10). */
export const RevealPinDialog = ({ contact, onClose }: DialogProps) => {
  const { t } = useTranslation('credentials');
  const act = usePeopleAct();
  return (
    <SecretDialog<RevealedPin>
      title={t('reveal.title', { name: nameOf(contact, t) })}
      onClose={onClose}
      ask={(show) => (
        <ReasonForm
          label={t('reveal.reason')}
          help={t('reveal.reasonHelp')}
          confirmLabel={t('reveal.show')}
          maxLength={200}
          act={(why) => act(() => showPin(contact.id, why))}
          onDone={show}
          onClose={onClose}
        />
      )}
      isRepeatable
    >
      {({ pin }) => <ShownPin pin={pin} onOver={onClose} />}
    </SecretDialog>
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
