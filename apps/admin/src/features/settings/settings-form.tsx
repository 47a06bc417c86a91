import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { FormProblems } from '../../ui/form-problems';
import { LeaveWarning } from '../../ui/leave-warning';
import type { SettingsFormState } from './use-settings-form';

interface SettingsFormProps<Values extends Record<string, unknown>> {
  state: SettingsFormState<Values>;
  labels: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** Frame of every tab: fields, what went wrong, Save. */
export const SettingsForm = <Values extends Record<string, unknown>>({
  state,
  labels,
  children,
}: SettingsFormProps<Values>) => {
  const { t } = useTranslation('settings');
  const mayWrite = useCan()('settings:write');
  const { form, save, problems, clashes, isBusy, isDirty, dialog } = state;
  return (
    <>
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack gap="md" maw={560}>
          {children}
          {clashes.length > 0 ? (
            <Alert color="yellow" variant="light" role="alert">
              {t('clash', { fields: clashes.map((field) => labels[field] ?? field).join(', ') })}
            </Alert>
          ) : null}
          <FormProblems problems={problems} labels={labels} />
          {mayWrite ? (
            <Group>
              <Button type="submit" loading={isBusy} disabled={!isDirty}>
                {t('common:save')}
              </Button>
            </Group>
          ) : null}
        </Stack>
        <LeaveWarning when={isDirty && !isBusy} />
      </form>
      {dialog}
    </>
  );
};
