import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../../app/reauthentication';
import { useProblemText } from '../../../lib/use-problem-text';
import { CodeField } from './code-field';

interface CodeDialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  text: string;
  confirmLabel: string;
  isDangerous?: boolean;
  onCode: (code: string) => Promise<void>;
}

/** For acts on the second step, which want a code of it. */
export const CodeDialog = ({ isOpen, onClose, title, ...body }: CodeDialogProps) => {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <CodeForm onClose={onClose} {...body} />
    </Modal>
  );
};

const CodeForm = ({
  onClose,
  text,
  confirmLabel,
  isDangerous = false,
  onCode,
}: Omit<CodeDialogProps, 'isOpen' | 'title'>) => {
  const { t } = useTranslation();
  const { sentence } = useProblemText();
  const proof = useReauthentication();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await proof.run(() => onCode(code));
      onClose();
    } catch (problem) {
      if (!(problem instanceof NotProven)) setError(problem);
      setBusy(false);
    }
  };

  return (
    <>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Text>{text}</Text>
          <CodeField
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={error === null ? undefined : sentence(error)}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              color={isDangerous ? 'red' : undefined}
              loading={isBusy}
              disabled={code.trim() === ''}
            >
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
      {proof.dialog}
    </>
  );
};
