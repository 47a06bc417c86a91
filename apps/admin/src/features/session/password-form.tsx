import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { FormProblems, useFormProblems } from '../../ui/form-problems';
import { useToasts } from '../../ui/toasts';
import { NewPasswordField } from './new-password-field';
import { useChangePassword } from './session.api';
import { useCountdown } from './use-countdown';
import { clock, waitOf } from './wait-time';

export const PasswordForm = () => {
  const { t } = useTranslation('session');
  const { staffMember } = useSession();
  const toasts = useToasts();
  const change = useChangePassword();
  const wait = useCountdown();
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } });
  const { show, clear, problems } = useFormProblems(form);

  const save = (body: typeof form.values): void =>
    change.mutate(body, {
      onSuccess: () => {
        clear();
        form.reset();
        toasts.done(t('password.changed'));
      },
      onError: (error) => {
        wait.start(waitOf(error));
        show(error);
      },
    });

  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="md">
        <Stack gap="xs">
          <Title order={2}>{t('password.change')}</Title>
          <Text size="sm" c="dimmed">
            {t('password.changeText')}
          </Text>
        </Stack>
        <input type="text" autoComplete="username" value={staffMember.email} readOnly hidden />
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          required
          {...form.getInputProps('currentPassword')}
        />
        <NewPasswordField label={t('password.new')} {...form.getInputProps('newPassword')} />
        <FormProblems
          problems={problems}
          labels={{ currentPassword: t('password.current'), newPassword: t('password.new') }}
        />
        <Group>
          <Button type="submit" variant="default" loading={change.isPending} disabled={wait.left > 0}>
            {wait.left > 0 ? t('signIn.waitButton', { clock: clock(wait.left) }) : t('password.change')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
