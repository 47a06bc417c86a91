import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router-dom';
import { nextAddress } from '../../../app/sign-in-address';
import { useProblemText } from '../../../lib/use-problem-text';
import { FrontPage } from '../front-page';
import { CodeField } from '../second-factor/code-field';
import { isFirstAsk, wantsCode } from '../second-factor/second-step';
import { useSignIn } from '../session.api';
import { useCountdown } from '../use-countdown';
import { clock, waitOf } from '../wait-time';

const EMPTY = { email: '', password: '', code: '' };

export const SignInPage = () => {
  const { t } = useTranslation('session');
  const [isSecond, setSecond] = useState(false);
  const { search } = useLocation();
  return (
    <FrontPage title={t(isSecond ? 'signIn.codeTitle' : 'signIn.title')}>
      {isSecond || nextAddress(search) === '/' ? null : <Text c="dimmed">{t('signIn.goOn')}</Text>}
      <SignInForm isSecond={isSecond} onSecond={setSecond} />
      {isSecond ? null : (
        <Text size="sm" c="dimmed">
          {t('signIn.forgot')}
        </Text>
      )}
    </FrontPage>
  );
};

interface SignInFormProps {
  /** The password was right; a code is asked for. */
  isSecond: boolean;
  onSecond: (isSecond: boolean) => void;
}

const SignInForm = ({ isSecond, onSecond }: SignInFormProps) => {
  const { t } = useTranslation('session');
  const { search } = useLocation();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const wait = useCountdown();
  const last = useRef<HTMLInputElement>(null);
  const [fields, setFields] = useState(EMPTY);
  const set = (change: Partial<typeof EMPTY>): void => setFields({ ...fields, ...change });

  useEffect(() => {
    if (isSecond) last.current?.focus();
  }, [isSecond]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wait.left > 0 || signIn.isPending) return;
    const { code, ...typed } = fields;
    signIn.mutate(isSecond ? { ...typed, code } : typed, {
      onSuccess: () => void navigate(nextAddress(search), { replace: true }),
      onError: (error) => {
        wait.start(waitOf(error));
        onSecond(wantsCode(error));
        last.current?.select();
      },
    });
  };
  const startOver = (): void => {
    setFields(EMPTY);
    signIn.reset();
    onSecond(false);
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {isSecond ? (
          <>
            <Text>{t('signIn.codeText')}</Text>
            <CodeField
              ref={last}
              size="md"
              value={fields.code}
              onChange={(event) => set({ code: event.currentTarget.value })}
            />
          </>
        ) : (
          <FirstFields fields={fields} set={set} last={last} />
        )}
        {signIn.error && !isFirstAsk(signIn.error) ? <Refused error={signIn.error} secondsLeft={wait.left} /> : null}
        {signIn.isProving ? (
          <Text component="output" size="sm">
            {t('signIn.proving')}
          </Text>
        ) : null}
        <Button type="submit" size="md" loading={signIn.isPending} disabled={wait.left > 0}>
          {wait.left > 0 ? t('signIn.waitButton', { clock: clock(wait.left) }) : t('signIn.go')}
        </Button>
        {isSecond ? (
          <Anchor component="button" type="button" size="sm" onClick={startOver}>
            {t('signIn.startOver')}
          </Anchor>
        ) : null}
      </Stack>
    </form>
  );
};

interface FirstFieldsProps {
  fields: typeof EMPTY;
  set: (change: Partial<typeof EMPTY>) => void;
  last: RefObject<HTMLInputElement | null>;
}

const FirstFields = ({ fields, set, last }: FirstFieldsProps) => {
  const { t } = useTranslation('session');
  return (
    <>
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="username"
        required
        size="md"
        value={fields.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <PasswordInput
        ref={last}
        label={t('password.label')}
        autoComplete="current-password"
        required
        size="md"
        value={fields.password}
        onChange={(event) => set({ password: event.currentTarget.value })}
      />
    </>
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
