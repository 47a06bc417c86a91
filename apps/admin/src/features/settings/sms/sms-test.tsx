import { Button, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import { SmsSize } from '../../../shared/sms/sms-size';
import { TestAnswer, useTest } from '../test-answer';
import { useSmsEstimate, useTestSms, type TestSmsResult } from './sms.api';

interface SmsTestProps {
  isDirty: boolean;
  version: number;
  /** No provider is asked: in demo and development. */
  toOutbox: boolean;
}

/** Sends one SMS past the queue and shows what the provider said, word for word (S2.16). */
export const SmsTest = ({ isDirty, version, toOutbox }: SmsTestProps) => {
  const { t } = useTranslation('settings');
  const { phone } = useFormat();
  const testSms = useTestSms();
  const [to, setTo] = useState('');
  const [text, setText] = useState(t('sms.testMessage'));
  const { isBusy, result, error, dialog, run } = useTest<TestSmsResult>();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(() => testSms({ to: to.trim(), text: text.trim() }));
  };

  const isReady = !isDirty && to.trim() !== '' && text.trim() !== '';
  return (
    <>
      <form onSubmit={submit}>
        <Stack gap="sm" maw={560}>
          <Title order={2}>{t('sms.test')}</Title>
          <Text c="dimmed">{t(isDirty ? 'test.saveFirst' : toOutbox ? 'sms.testOutbox' : 'sms.testText')}</Text>
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
          <TypedSize text={text.trim()} version={version} />
          <Button
            type="submit"
            variant="default"
            loading={isBusy}
            disabled={!isReady}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('test.send')}
          </Button>
          <TestAnswer result={result} error={error}>
            {result ? t('sms.testWent', { to: phone(result.to), count: result.parts }) : null}
          </TestAnswer>
        </Stack>
      </form>
      {dialog}
    </>
  );
};

const TypedSize = ({ text, version }: { text: string; version: number }) => {
  const { data, isPending, isEnabled } = useSmsEstimate(text, version);
  if (data) return <SmsSize size={data} />;
  return isPending && isEnabled ? <Skeleton height={22} /> : null;
};
