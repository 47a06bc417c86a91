import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from './failed-state';
import { useToasts } from './toasts';

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** The dialog stays open and shows the problem when this rejects. */
  onConfirm: () => Promise<unknown> | void;
  /** Said when it has happened; with `undo`, it can be taken back for a while. */
  done?: string;
  undo?: () => Promise<unknown>;
  title: string;
  /** What will happen, before it happens: "Sends 31 messages; 2 have no address." */
  children: ReactNode;
  /** Says what the button does: "Delete 3 contacts", never "OK". */
  confirmLabel: string;
  isDangerous?: boolean;
  /** Must be typed first; only for what cannot be undone. */
  typedPhrase?: string;
  /** Failures that are no failure: the person stepped back, and the dialog stays as it is. */
  isSteppedBack?: (problem: unknown) => boolean;
  /** Something is still to be chosen in the dialog. */
  isBlocked?: boolean;
}

export const ConfirmDialog = ({ isOpen, onClose, title, ...body }: ConfirmDialogProps) => {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <ConfirmBody {...body} onClose={onClose} />
    </Modal>
  );
};

type BodyProps = Omit<ConfirmDialogProps, 'isOpen' | 'title'>;

const ConfirmBody = ({ onClose, onConfirm, children, confirmLabel, isDangerous = false, ...rest }: BodyProps) => {
  const { typedPhrase, isBlocked = false, done, undo, isSteppedBack } = rest;
  const { t } = useTranslation();
  const toast = useToasts();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isReady = !isBlocked && (typedPhrase === undefined || typed.trim() === typedPhrase);

  const confirm = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      if (done !== undefined) toast.done(done, undo);
      onClose();
    } catch (problem) {
      if (!isSteppedBack?.(problem)) setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) void confirm();
      }}
    >
      <Stack gap="md">
        <div>{children}</div>
        {typedPhrase === undefined ? null : (
          <TextInput
            label={t('confirm.typeToConfirm', { phrase: typedPhrase })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
        )}
        {error === null ? null : <FailedState error={error} isCompact />}
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={onClose}
            data-autofocus={typedPhrase === undefined && isDangerous ? true : undefined}
          >
            {t('cancel')}
          </Button>
          <Button type="submit" color={isDangerous ? 'red' : undefined} disabled={!isReady} loading={isBusy}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
