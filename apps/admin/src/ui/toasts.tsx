import { Button, Group, Text } from '@mantine/core';
import { hideNotification, showNotification } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../lib/problem';
import { useProblemText } from '../lib/use-problem-text';

const SHORT_MS = 5_000;
/** Time to notice, read and reach the button (WCAG 2.2.1). */
const UNDO_MS = 12_000;

export interface Toasts {
  /** Says what happened; with `undo`, offers to take it back. */
  done: (text: string, undo?: () => Promise<unknown> | void) => void;
  /** `text` replaces the general sentence where the page knows more. */
  failed: (error: unknown, text?: string) => void;
}

interface Toast {
  message: ReactNode;
  autoClose: number | false;
  isBad?: boolean;
  id?: string;
}

let lastId = 0;
const newId = (): string => `toast-${(lastId += 1)}`;

const UndoLine = ({ text, label, onUndo }: { text: string; label: string; onUndo: () => void }) => (
  <Group justify="space-between" wrap="nowrap" gap="xs">
    <span>{text}</span>
    <Button size="compact-sm" variant="light" flex="none" onClick={onUndo}>
      {label}
    </Button>
  </Group>
);

export const useToasts = (): Toasts => {
  const { t } = useTranslation();
  const { sentence } = useProblemText();
  const closeButtonProps = { 'aria-label': t('close') };

  const show = ({ message, isBad = false, autoClose, id = newId() }: Toast): void => {
    const icon = isBad ? <IconAlertTriangle size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />;
    showNotification({ id, message, icon, autoClose, closeButtonProps, color: isBad ? 'red' : 'accent' });
  };

  const failed = (error: unknown, text = sentence(error)): void => {
    const { requestId } = toProblem(error);
    const lines = (
      <>
        <span>{text}</span>
        {requestId ? (
          <Text size="xs" c="dimmed">
            {t('requestId', { id: requestId })}
          </Text>
        ) : null}
      </>
    );
    show({ message: lines, isBad: true, autoClose: false });
  };

  const done = (text: string, undo?: () => Promise<unknown> | void): void => {
    if (!undo) return show({ message: text, autoClose: SHORT_MS });
    const id = newId();
    const takeBack = (): void => {
      hideNotification(id);
      Promise.resolve(undo()).catch((error: unknown) => failed(error));
    };
    show({ id, message: <UndoLine text={text} label={t('undo')} onUndo={takeBack} />, autoClose: UNDO_MS });
  };

  return { done, failed };
};
