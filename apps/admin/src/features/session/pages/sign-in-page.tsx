import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router-dom';
import { nextAddress } from '../../../app/sign-in-address';
import { useProblemText } from '../../../lib/use-problem-text';
import { FrontPage } from '../front-page';
import { useSignIn } from '../session.api';
import { useCountdown } from '../use-countdown';
import { clock, waitOf } from '../wait-time';

export const SignInPage = () => {
  const { t } = useTranslation('session');
  const { search } = useLocation();
  return (
    <FrontPage title={t('signIn.title')}>
      {nextAddress(search) === '/' ? null : <Text c="dimmed">{t('signIn.goOn')}</Text>}
      <SignInForm />
      <Text size="sm" c="dimmed">
        {t('signIn.forgot')}
      </Text>
    </FrontPage>
  );
};

const SignInForm = () => {
  const { t } = useTranslation('session');
  const { search } = useLocation();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const wait = useCountdown();
  const password = useRef<HTMLInputElement>(null);
  const [fields, setFields] = useState({ email: '', password: '' });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wait.left > 0 || signIn.isPending) return;
    signIn.mutate(fields, {
      onSuccess: () => void navigate(nextAddress(search), { replace: true }),
      onError: (error) => {
        wait.start(waitOf(error));
        password.current?.select();
      },
    });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          size="md"
          value={fields.email}
          onChange={(event) => setFields({ ...fields, email: event.currentTarget.value })}
        />
        <PasswordInput
          ref={password}
          label={t('password.label')}
          autoComplete="current-password"
          required
          size="md"
          value={fields.password}
          onChange={(event) => setFields({ ...fields, password: event.currentTarget.value })}
        />
        {signIn.error ? <Refused error={signIn.error} secondsLeft={wait.left} /> : null}
        <Button type="submit" size="md" loading={signIn.isPending} disabled={wait.left > 0}>
          {wait.left > 0 ? t('signIn.waitButton', { clock: clock(wait.left) }) : t('signIn.go')}
        </Button>
      </Stack>
    </form>
  );
};

/** The clock is not read out every second: the sentence above it is. */
const Refused = ({ error, secondsLeft }: { error: unknown; secondsLeft: number }) => {
  const { t } = useTranslation('session');
  const { sentence } = useProblemText();
  const waits = waitOf(error) > 0;
  return (
    <Alert color="red" variant="light" role="alert" p="sm">
      {sentence(error)}
      {waits ? <div>{secondsLeft > 0 ? t('signIn.wait') : t('signIn.waitOver')}</div> : null}
    </Alert>
  );
};
