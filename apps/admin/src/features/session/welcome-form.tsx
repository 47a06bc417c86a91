import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { StaffLink } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { toProblem } from '../../lib/problem';
import { useFormat } from '../../lib/use-format';
import { FormProblems, useFormProblems } from '../../ui/form-problems';
import { NewPasswordField } from './new-password-field';
import { CodeField } from './second-factor/code-field';
import { isFirstAsk, wantsCode } from './second-factor/second-step';
import { useAcceptLink } from './session.api';

interface WelcomeFormProps {
  token: string;
  link: StaffLink;
  onDead: () => void;
}

/** Sets the first password; the first owner also says who that is. */
export const WelcomeForm = ({ token, link, onDead }: WelcomeFormProps) => {
  const { t } = useTranslation('session');
  const { date } = useFormat();
  const navigate = useNavigate();
  const accept = useAcceptLink();
  const form = useForm({ initialValues: { name: link.name ?? '', email: link.email ?? '', password: '', code: '' } });
  const { show, problems } = useFormProblems(form);
  const [needsCode, setNeedsCode] = useState(false);
  const isFirstOwner = link.purpose === 'bootstrap';

  const refused = (error: unknown): void => {
    setNeedsCode(needsCode || wantsCode(error));
    if (!isFirstAsk(error)) show(error);
  };
  const submit = ({ name, email, password, code }: typeof form.values): void =>
    accept.mutate(
      { token, password, ...(needsCode ? { code } : {}), ...(isFirstOwner ? { name, email } : {}) },
      {
        onSuccess: () => void navigate('/', { replace: true }),
        onError: (error) => (toProblem(error).code === 'link.invalid' ? onDead() : refused(error)),
      },
    );

  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="md">
        <Text>{t(`welcome.text.${link.purpose}`, { company: link.companyName, date: date(link.expiresAt) })}</Text>
        {isFirstOwner ? (
          <>
            <TextInput label={t('name')} autoComplete="name" required maxLength={100} {...form.getInputProps('name')} />
            <TextInput
              label={t('email')}
              description={t('welcome.emailHint')}
              type="email"
              autoComplete="username"
              required
              maxLength={254}
              {...form.getInputProps('email')}
            />
          </>
        ) : (
          <TextInput label={t('email')} autoComplete="username" value={link.email ?? ''} readOnly />
        )}
        <NewPasswordField label={t('password.choose')} {...form.getInputProps('password')} />
        {needsCode ? <CodeField {...form.getInputProps('code')} /> : null}
        <FormProblems
          problems={problems}
          labels={{ code: t('secondStep.code'), password: t('password.label'), email: t('email'), name: t('name') }}
        />
        <Button type="submit" size="md" loading={accept.isPending}>
          {t(isFirstOwner ? 'welcome.goFirst' : 'welcome.go')}
        </Button>
      </Stack>
    </form>
  );
};
