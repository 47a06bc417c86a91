import { Button, Code, Group, Stack, Text } from '@mantine/core';
import type { SecondFactorKey } from '@latchkey/api-client';
import { QRCodeSVG } from 'qrcode.react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../../app/reauthentication';
import { useProblemText } from '../../../lib/use-problem-text';
import { FailedState } from '../../../ui/failed-state';
import { confirmSecondStep, startSecondStep } from '../session.api';
import classes from '../sessions.module.css';
import { CodeField } from './code-field';
import { RecoveryCodes } from './recovery-codes';

interface EnrolmentProps {
  /** Something has begun that must not be taken away. */
  onStart?: () => void;
  /** The recovery codes were seen. */
  onDone: () => void;
}

/** Three steps: what it is, the key with its first code, the recovery codes. */
export const Enrolment = ({ onStart, onDone }: EnrolmentProps) => {
  const { t } = useTranslation('session');
  const proof = useReauthentication();
  const [shown, setShown] = useState<SecondFactorKey | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await proof.run(act);
    } catch (problem) {
      if (!(problem instanceof NotProven)) setError(problem);
    } finally {
      setBusy(false);
    }
  };

  const start = (): Promise<void> =>
    attempt(async () => {
      setShown(await startSecondStep());
      onStart?.();
    });
  const confirm = (code: string): Promise<void> => attempt(async () => setCodes(await confirmSecondStep(code)));

  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  return (
    <>
      {shown ? (
        <KeyStep shown={shown} error={error} isBusy={isBusy} onCode={(code) => void confirm(code)} />
      ) : (
        <Stack gap="md">
          <Text>{t('secondStep.startText')}</Text>
          {error === null ? null : <FailedState error={error} isCompact />}
          <Group justify="flex-end">
            <Button loading={isBusy} onClick={() => void start()} data-autofocus>
              {t('secondStep.start')}
            </Button>
          </Group>
        </Stack>
      )}
      {proof.dialog}
    </>
  );
};

interface KeyStepProps {
  shown: SecondFactorKey;
  error: unknown;
  isBusy: boolean;
  onCode: (code: string) => void;
}

const inGroups = (key: string): string => key.replaceAll(/(.{4})(?=.)/g, '$1 ');

const KeyStep = ({ shown, error, isBusy, onCode }: KeyStepProps) => {
  const { t } = useTranslation('session');
  const { sentence } = useProblemText();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{t('secondStep.scan')}</Text>
        <div className={classes.qr}>
          <QRCodeSVG value={shown.uri} size={184} marginSize={4} title={t('secondStep.qr')} />
        </div>
        <Text size="sm">
          {t('secondStep.byHand')}{' '}
          <Code fz="sm" translate="no">
            {inGroups(shown.key)}
          </Code>
        </Text>
        <CodeField
          takesRecovery={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={error === null ? undefined : sentence(error)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={code.trim() === ''}>
            {t('secondStep.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
