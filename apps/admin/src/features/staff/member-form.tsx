import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { StaffMember } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../app/reauthentication';
import { LANGUAGES } from '../../i18n/catalogues';
import { languageName } from '../../i18n/i18n';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { FormProblems, useFormProblems } from '../../ui/form-problems';
import { useToasts } from '../../ui/toasts';
import { RoleChoice } from './role-choice';
import { change, invite, useStaffAct } from './staff.api';
import { ROLES } from './staff-words';

interface MemberFormProps {
  /** Absent: a new one is invited. */
  member?: StaffMember;
  onDone: () => void;
}

const CODES = ['en', 'de', 'sv'] as const;

export const MemberForm = ({ member, onDone }: MemberFormProps) => {
  const { t, i18n } = useTranslation('staff');
  const toasts = useToasts();
  const act = useStaffAct();
  const proof = useReauthentication();
  const [isBusy, setBusy] = useState(false);
  const key = useIdempotencyKey();
  const form = useForm({
    initialValues: {
      name: member?.name ?? '',
      email: member?.email ?? '',
      role: member?.role ?? 'agent',
      language: member ? (member.language ?? '') : i18n.language,
    },
  });
  const { show, problems } = useFormProblems(form);

  const save = async (values: typeof form.values): Promise<void> => {
    const role = ROLES.find((one) => one === values.role) ?? 'viewer';
    const language = CODES.find((code) => code === values.language) ?? null;
    const draft = { name: values.name, role, language };
    setBusy(true);
    try {
      await act(() =>
        proof.run(() => (member ? change(member, draft) : invite({ ...draft, email: values.email }, key(values)))),
      );
      toasts.done(member ? t('done.changed', { name: values.name }) : t('done.invited', { email: values.email }));
      onDone();
    } catch (error) {
      if (!(error instanceof NotProven)) show(error);
      setBusy(false);
    }
  };

  return (
    <>
      <form onSubmit={form.onSubmit((values) => void save(values))}>
        <Stack gap="md">
          {member ? null : <Text c="dimmed">{t('invite.text')}</Text>}
          <TextInput label={t('name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
          <TextInput
            label={t('email')}
            type="email"
            required
            maxLength={254}
            readOnly={member !== undefined}
            {...form.getInputProps('email')}
          />
          <RoleChoice {...form.getInputProps('role')} />
          <NativeSelect
            label={t('language')}
            description={t('languageHint')}
            data={[
              ...(member ? [{ value: '', label: t('languageNone') }] : []),
              ...LANGUAGES.map((language) => ({ value: language, label: languageName(language) })),
            ]}
            {...form.getInputProps('language')}
          />
          <FormProblems problems={problems} labels={{ name: t('name'), email: t('email'), role: t('role.label') }} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onDone}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {member ? t('common:save') : t('invite.go')}
            </Button>
          </Group>
        </Stack>
      </form>
      {proof.dialog}
    </>
  );
};
