import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import type { TestMailResult } from './settings.api';
import { TestAnswer, useTest } from './test-answer';

interface MailTestProps {
  isDirty: boolean;
  send: (to: string) => Promise<TestMailResult>;
}

/** Sends one message past the queue and shows what the mail server said, word for word. */
export const MailTest = ({ isDirty, send }: MailTestProps) => {
  const { t } = useTranslation('settings');
  const { staffMember } = useSession();
  const [to, setTo] = useState(staffMember.email);
  const { isBusy, result, error, dialog, run } = useTest<TestMailResult>();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(() => send(to.trim()));
  };

  return (
    <>
      <form onSubmit={submit}>
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
          <TestAnswer result={result} error={error}>
            {t('test.words')}
          </TestAnswer>
        </Stack>
      </form>
      {dialog}
    </>
  );
};
