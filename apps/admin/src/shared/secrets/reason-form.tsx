import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../ui/failed-state';
import { ReasonInput } from '../../ui/reason-input';
import { useProtectedAct } from './use-protected-act';

interface ReasonFormProps<Result> {
  /** What it means. */
  text?: string;
  label: string;
  /** Where the reason will stand. */
  help: string;
  confirmLabel: string;
  maxLength: number;
  act: (reason: string) => Promise<Result>;
  onDone: (result: Result) => void;
  onClose: () => void;
}

/** The first step to something that is shown: why, and where it is long ago the password again. */
export const ReasonForm = <Result,>({
  text,
  label,
  help,
  confirmLabel,
  maxLength,
  ...rest
}: ReasonFormProps<Result>) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { start, error, isBusy, dialog } = useProtectedAct(rest.act, rest.onDone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void start(reason.trim());
  };
  return (
    <>
      <form onSubmit={submit}>
        <Stack gap="md">
          {text === undefined ? null : <Text>{text}</Text>}
          <ReasonInput label={label} help={help} maxLength={maxLength} value={reason} onChange={setReason} />
          {error === null ? null : <FailedState error={error} isCompact />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={rest.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={reason.trim() === ''}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
      {dialog}
    </>
  );
};
