import { Alert, Button, Code, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { useFormat } from '../../lib/use-format';
import { FailedState } from '../../ui/failed-state';
import type { TestMailResult } from './settings.api';
import classes from './settings.module.css';

interface MailTestProps {
  isDirty: boolean;
  send: (to: string) => Promise<TestMailResult>;
}

/** Sends one message past the queue and shows what the mail server said, word for word. */
export const MailTest = ({ isDirty, send: test }: MailTestProps) => {
  const { t } = useTranslation('settings');
  const { staffMember } = useSession();
  const [to, setTo] = useState(staffMember.email);
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<TestMailResult | null>(null);
  const [error, setError] = useState<unknown>(null);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setResult(null);
    setError(null);
    try {
      setResult(await test(to.trim()));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="sm" maw={560}>
        <Title order={2}>{t('test.title')}</Title>
        <Text c="dimmed">{t(isDirty ? 'test.saveFirst' : 'test.text')}</Text>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('test.to')}
            type="email"
            required
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            style={{ flex: 1, minWidth: 220 }}
          />
          <Button type="submit" variant="default" loading={isBusy} disabled={isDirty || to.trim() === ''}>
            {t('test.send')}
          </Button>
        </Group>
        <div aria-live="polite">{result ? <Answer result={result} /> : null}</div>
        {error === null ? null : <FailedState error={error} isCompact />}
      </Stack>
    </form>
  );
};

const Answer = ({ result: { accepted, answer, milliseconds } }: { result: TestMailResult }) => {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  return (
    <Alert color={accepted ? 'green' : 'red'} variant="light">
      <Text fw={500}>{t(accepted ? 'test.accepted' : 'test.refused', { time: number(milliseconds) })}</Text>
      <Text size="sm" mt={4}>
        {t('test.words')}
      </Text>
      <Code block className={classes.answer} translate="no">
        {answer}
      </Code>
    </Alert>
  );
};
