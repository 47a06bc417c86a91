import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { LANGUAGES } from '../../i18n/catalogues';
import { languageName } from '../../i18n/i18n';
import { FormProblems, useFormProblems } from '../../ui/form-problems';
import { LeaveWarning } from '../../ui/leave-warning';
import { useToasts } from '../../ui/toasts';
import { useChangeProfile } from './session.api';

const CODES = ['en', 'de', 'sv'] as const;

export const ProfileForm = () => {
  const { t, i18n } = useTranslation('session');
  const { staffMember } = useSession();
  const toasts = useToasts();
  const change = useChangeProfile();
  const form = useForm({
    initialValues: { name: staffMember.name, language: staffMember.language ?? i18n.language },
  });
  const { show, clear, problems } = useFormProblems(form);

  const save = ({ name, language }: typeof form.values): void =>
    change.mutate(
      { name, language: CODES.find((code) => code === language) ?? null },
      {
        onSuccess: () => {
          clear();
          form.resetDirty();
          toasts.done(t('profile.saved'));
        },
        onError: show,
      },
    );

  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="md">
        <TextInput
          label={t('name')}
          description={t('profile.nameHint')}
          required
          maxLength={100}
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        <TextInput label={t('email')} description={t('profile.emailHint')} value={staffMember.email} readOnly />
        <NativeSelect
          label={t('language')}
          description={t('profile.languageHint')}
          data={LANGUAGES.map((language) => ({ value: language, label: languageName(language) }))}
          {...form.getInputProps('language')}
        />
        <FormProblems problems={problems} labels={{ name: t('name'), language: t('language') }} />
        <Group>
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
      <LeaveWarning when={form.isDirty()} />
    </form>
  );
};
