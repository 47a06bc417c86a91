import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog, type ConfirmDialogProps } from './confirm-dialog';
import { ReasonInput } from './reason-input';

type ReasonDialogProps = Pick<ConfirmDialogProps, 'onClose' | 'done' | 'title' | 'confirmLabel'> & {
  /** What it means. */
  text: string;
  label: string;
  /** Where the reason will stand. */
  help: string;
  onConfirm: (reason: string) => Promise<unknown>;
};

const MOST_CHARACTERS = 200;

/** An act whose reason is asked for and kept. */
export const ReasonDialog = ({ text, label, help, onConfirm, ...dialog }: ReasonDialogProps) => {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog {...dialog} isOpen onConfirm={() => onConfirm(reason.trim())} isBlocked={reason.trim() === ''}>
      <Stack gap="md">
        <Text>{text}</Text>
        <ReasonInput label={label} help={help} maxLength={MOST_CHARACTERS} value={reason} onChange={setReason} />
      </Stack>
    </ConfirmDialog>
  );
};
