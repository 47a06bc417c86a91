import { Alert, Code, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { useProtectedAct } from '../../shared/secrets/use-protected-act';
import { FailedState } from '../../ui/failed-state';
import classes from './settings.module.css';

interface TestResult {
  accepted: boolean;
  /** Word for word. */
  answer: string;
  milliseconds: number;
}

/** One test at a time: what became of the last one is forgotten when the next begins. `dialog` goes outside the form: it asks for the password (SES-6). */
export function useTest<T extends TestResult>() {
  const [result, setResult] = useState<T | null>(null);
  const { start, isBusy, error, dialog } = useProtectedAct((send: () => Promise<T>) => send(), setResult);
  const run = (send: () => Promise<T>): Promise<void> => {
    setResult(null);
    return start(send);
  };
  return { isBusy, result, error, dialog, run };
}

interface TestAnswerProps {
  result: TestResult | null;
  error: unknown;
  /** What stands above the words of the server. */
  children: ReactNode;
}

/** What the mail server or the provider said, word for word, or why nobody was asked. */
export const TestAnswer = ({ result, error, children }: TestAnswerProps) => {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  return (
    <>
      <div aria-live="polite">
        {result ? (
          <Alert color={result.accepted ? 'green' : 'red'} variant="light">
            <Text fw={500}>
              {t(result.accepted ? 'test.accepted' : 'test.refused', { time: number(result.milliseconds) })}
            </Text>
            <Text size="sm" mt={4}>
              {children}
            </Text>
            <Code block className={classes.answer} translate="no">
              {result.answer}
            </Code>
          </Alert>
        ) : null}
      </div>
      {error === null ? null : <FailedState error={error} isCompact />}
    </>
  );
};
