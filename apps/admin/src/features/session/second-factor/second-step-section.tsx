import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import type { SecondFactor } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import { Loaded } from '../../../ui/loaded';
import { StateBadge } from '../../../ui/state-badge';
import { useToasts } from '../../../ui/toasts';
import { renewCodes, switchOffSecondStep, useSecondStep, useSecondStepChanged } from '../session.api';
import { CodeDialog } from './code-dialog';
import { Enrolment } from './enrolment';
import { RecoveryCodes } from './recovery-codes';

/** The own second step of sign-in, on the profile. */
export const SecondStepSection = () => {
  const { t } = useTranslation('session');
  const state = useSecondStep();
  return (
    <Stack gap="md">
      <Stack gap="xs">
        <Title order={2}>{t('secondStep.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('secondStep.text')}
        </Text>
      </Stack>
      <Loaded query={state}>
        {(data) => (data.onSince === null ? <SwitchedOff /> : <SwitchedOn data={data} onSince={data.onSince} />)}
      </Loaded>
    </Stack>
  );
};

const SwitchedOff = () => {
  const { t } = useTranslation('session');
  const changed = useSecondStepChanged();
  const [isOpen, setOpen] = useState(false);
  // Once there are recovery codes to be seen, only their button closes the dialog.
  const [isHeld, setHeld] = useState(false);
  const close = (): void => {
    setOpen(false);
    setHeld(false);
    void changed();
  };
  return (
    <Group gap="md">
      <StateBadge tone="quiet">{t('secondStep.off')}</StateBadge>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('secondStep.setUp')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('secondStep.setUp')}
        closeOnClickOutside={!isHeld}
        closeOnEscape={!isHeld}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Enrolment onStart={() => setHeld(true)} onDone={close} />
      </Modal>
    </Group>
  );
};

const SwitchedOn = ({ data, onSince }: { data: SecondFactor; onSince: string }) => {
  const { t } = useTranslation('session');
  const { date } = useFormat();
  const toasts = useToasts();
  const changed = useSecondStepChanged();
  const [asking, setAsking] = useState<'off' | 'codes' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = (): void => setAsking(null);
  const switchOff = async (code: string): Promise<void> => {
    await switchOffSecondStep(code);
    toasts.done(t('secondStep.switchedOff'));
    await changed();
  };
  const renew = async (code: string): Promise<void> => setCodes(await renewCodes(code));
  const kept = (): void => {
    setCodes(null);
    void changed();
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <StateBadge tone="good">{t('secondStep.on')}</StateBadge>
        <Text size="sm">{t('secondStep.since', { date: date(onSince) })}</Text>
      </Group>
      <Text size="sm">{t('secondStep.left', { count: data.recoveryCodesLeft })}</Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => setAsking('codes')}>
          {t('secondStep.renew')}
        </Button>
        {data.isRequired ? null : (
          <Button variant="default" onClick={() => setAsking('off')}>
            {t('secondStep.switchOff')}
          </Button>
        )}
      </Group>
      {data.isRequired ? (
        <Text size="sm" c="dimmed">
          {t('secondStep.required')}
        </Text>
      ) : null}
      <CodeDialog
        isOpen={asking === 'off'}
        onClose={close}
        title={t('secondStep.offTitle')}
        text={t('secondStep.offText')}
        confirmLabel={t('secondStep.switchOff')}
        isDangerous
        onCode={switchOff}
      />
      <CodeDialog
        isOpen={asking === 'codes'}
        onClose={close}
        title={t('secondStep.renew')}
        text={t('secondStep.renewText')}
        confirmLabel={t('secondStep.renewGo')}
        onCode={renew}
      />
      <Modal
        opened={codes !== null}
        onClose={kept}
        title={t('secondStep.recovery')}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {codes ? <RecoveryCodes codes={codes} onKept={kept} /> : null}
      </Modal>
    </Stack>
  );
};
