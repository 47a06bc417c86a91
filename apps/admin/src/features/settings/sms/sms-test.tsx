import { Alert, Button, Code, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import { FailedState } from '../../../ui/failed-state';
import classes from '../settings.module.css';
import { useTestSms, type TestSmsResult } from './sms.api';

/** Sends one SMS past the queue and shows what the provider said, word for word (S2.16). */
export const SmsTest = ({ isDirty }: { isDirty: boolean }) => {
  const { t } = useTranslation('settings');
  const testSms = useTestSms();
  const [to, setTo] = useState('');
  const [text, setText] = useState(t('sms.testMessage'));
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<TestSmsResult | null>(null);
  const [error, setError] = useState<unknown>(null);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setResult(null);
    setError(null);
    try {
      setResult(await testSms({ to: to.trim(), text: text.trim() }));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  const isReady = !isDirty && to.trim() !== '' && text.trim() !== '';
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="sm" maw={560}>
        <Title order={2}>{t('sms.test')}</Title>
        <Text c="dimmed">{t(isDirty ? 'test.saveFirst' : 'sms.testText')}</Text>
        <TextInput
          label={t('sms.testTo')}
          type="tel"
          required
          value={to}
          maxLength={60}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label={t('sms.testWords')}
          required
          value={text}
          maxLength={160}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={isBusy}
          disabled={!isReady}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('test.send')}
        </Button>
        <div aria-live="polite">{result ? <Answer result={result} /> : null}</div>
        {error === null ? null : <FailedState error={error} isCompact />}
      </Stack>
    </form>
  );
};

const Answer = ({ result: { accepted, answer, milliseconds, to, parts } }: { result: TestSmsResult }) => {
  const { t } = useTranslation('settings');
  const { number, phone } = useFormat();
  return (
    <Alert color={accepted ? 'green' : 'red'} variant="light">
      <Text fw={500}>{t(accepted ? 'test.accepted' : 'test.refused', { time: number(milliseconds) })}</Text>
      <Text size="sm" mt={4}>
        {t('sms.testWent', { to: phone(to), count: parts })}
      </Text>
      <Code block className={classes.answer} translate="no">
        {answer}
      </Code>
    </Alert>
  );
};
