import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { getStaffSession, reauthenticateStaff } from '@latchkey/api-client';
import { useEffect, useRef, useState, type ChangeEvent, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../lib/problem';
import { useProblemText } from '../lib/use-problem-text';
import { useSession } from './session';

/** A minute less than the API grants: a download is asked for a moment later. */
const FRESH_MS = 14 * 60_000;

interface Waiting {
  go: () => void;
  giveUp: () => void;
}

/** What `run` rejects with when the person closed the dialog: there is nothing to report then. */
export class NotProven extends Error {}

export interface Reauthentication {
  /** Runs the action; when the API wants the password again, asks for it and runs the action once more. */
  run: <Result>(action: () => Promise<Result>) => Promise<Result>;
  /** For what is no request of ours, such as a download: asks when the last proof is too old. */
  ensure: () => Promise<void>;
  /** Render it beside whatever uses `run`. */
  dialog: ReactNode;
}

/** For acts that need a password proven within the last 15 minutes (session.reauthentication_required). */
export const useReauthentication = (): Reauthentication => {
  const [isOpen, setOpen] = useState(false);
  const waiting = useRef<Waiting | null>(null);

  const proven = (): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.current = { go: resolve, giveUp: () => reject(new NotProven()) };
      setOpen(true);
    });

  const finish = (outcome: keyof Waiting): void => {
    setOpen(false);
    waiting.current?.[outcome]();
    waiting.current = null;
  };

  const run = async <Result,>(action: () => Promise<Result>): Promise<Result> => {
    try {
      return await action();
    } catch (error) {
      if (toProblem(error).code !== 'session.reauthentication_required') throw error;
    }
    await proven();
    return action();
  };

  const ensure = async (): Promise<void> => {
    const { authenticatedAt } = (await getStaffSession()).data;
    if (Date.now() - Date.parse(authenticatedAt) > FRESH_MS) await proven();
  };

  const dialog = <PasswordDialog isOpen={isOpen} onProven={() => finish('go')} onClose={() => finish('giveUp')} />;
  return { run, ensure, dialog };
};

interface PasswordDialogProps {
  isOpen: boolean;
  onProven: () => void;
  onClose: () => void;
}

const PasswordDialog = ({ isOpen, onProven, onClose }: PasswordDialogProps) => {
  const { t } = useTranslation('reauthentication');
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      zIndex={400}
    >
      <PasswordForm onProven={onProven} onClose={onClose} />
    </Modal>
  );
};

const PasswordForm = ({ onProven, onClose }: Omit<PasswordDialogProps, 'isOpen'>) => {
  const { t } = useTranslation('reauthentication');
  const { sentence } = useProblemText();
  const { staffMember, hasSecondFactor } = useSession();
  const [byCode, setByCode] = useState(false);
  const codeInput = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const prove = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // A dialog inside a form of the page: only this one is meant.
    event.stopPropagation();
    setBusy(true);
    try {
      await reauthenticateStaff({ body: byCode ? { code: typed } : { password: typed } });
      onProven();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };

  useEffect(() => {
    if (byCode) codeInput.current?.focus();
  }, [byCode]);

  const change = (): void => {
    setByCode(!byCode);
    setTyped('');
    setError(null);
  };
  const field = {
    value: typed,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value),
    error: error === null ? undefined : sentence(error),
    required: true,
  };

  return (
    <form onSubmit={(event) => void prove(event)}>
      <Stack gap="md">
        <Text>{t('text')}</Text>
        {/* Password managers fill the right entry when they see whose it is. */}
        <input type="text" autoComplete="username" value={staffMember.email} readOnly hidden />
        {byCode ? (
          <TextInput label={t('code')} autoComplete="one-time-code" ref={codeInput} {...field} />
        ) : (
          <PasswordInput label={t('password')} autoComplete="current-password" data-autofocus {...field} />
        )}
        {hasSecondFactor ? (
          <Anchor component="button" type="button" size="sm" ta="start" onClick={change}>
            {t(byCode ? 'byPassword' : 'byCode')}
          </Anchor>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={typed === ''}>
            {t('go')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
