import { Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SecretDialogProps<Secret> {
  title: string;
  /** Instead of the title, once the secret is there. */
  titleShown?: string;
  size?: string;
  onClose: () => void;
  /** What is asked before; calls `show` with what the server gave out. */
  ask: (show: (secret: Secret) => void) => ReactNode;
  children: (secret: Secret) => ReactNode;
  /** The secret can be asked for again, so that nothing is lost by Escape or a click beside the dialog. */
  isRepeatable?: boolean;
}

/** Asks first, then shows a secret that is given out once. It is kept here only; closing forgets it. */
export const SecretDialog = <Secret,>({ onClose, ask, children, ...options }: SecretDialogProps<Secret>) => {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<Secret | null>(null);
  const isSafe = secret === null || options.isRepeatable === true;
  return (
    <Modal
      opened
      onClose={onClose}
      size={options.size ?? 'md'}
      title={secret === null ? options.title : (options.titleShown ?? options.title)}
      closeOnClickOutside={isSafe}
      closeOnEscape={isSafe}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {secret === null ? ask(setSecret) : children(secret)}
    </Modal>
  );
};
