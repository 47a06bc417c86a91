import { Button, Group, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../../../lib/problem';
import { changedKeys, rebase } from '../../../lib/rebase';
import { ConflictNotice } from '../../../ui/conflict-notice';
import { FormProblems, useFormProblems } from '../../../ui/form-problems';
import { LeaveWarning } from '../../../ui/leave-warning';
import { AddressFields, MainFields, OtherFields, ReachFields } from './customer-fields';
import type { CustomerValues } from './customer-values';

export interface CustomerFormProps {
  initial: CustomerValues;
  isNew?: boolean;
  onSave: (values: CustomerValues, start: CustomerValues) => Promise<void>;
  /** Runs when the form no longer holds anything unsaved. */
  onSaved: () => void;
  onCancel: () => void;
  /** Fetches the newest version after a 412. */
  onReload?: () => Promise<CustomerValues>;
}

export const CustomerForm = ({ initial, isNew = false, ...on }: CustomerFormProps) => {
  const { t } = useTranslation('customers');
  const [start, setStart] = useState(initial);
  const [isBusy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [conflict, setConflict] = useState<{ clashes: string[] | null } | null>(null);
  // Controlled: a reload puts what was typed on top of new values.
  const form = useForm<CustomerValues>({ mode: 'controlled', initialValues: initial });
  const { show, clear, problems } = useFormProblems(form as never);
  const nameOfField = (key: keyof CustomerValues): string =>
    t(key === 'rightsProfileId' ? 'field.rightsProfile' : `field.${key}`);

  const save = async (values: CustomerValues): Promise<void> => {
    setBusy(true);
    clear();
    try {
      await on.onSave(values, start);
      flushSync(() => setSaved(true));
      on.onSaved();
    } catch (problem) {
      setBusy(false);
      if (toProblem(problem).status === 412 && on.onReload) return setConflict({ clashes: null });
      show(problem);
    }
  };

  const reload = async (): Promise<void> => {
    setBusy(true);
    try {
      const stored = (await on.onReload?.()) ?? start;
      const { values, clashes } = rebase(form.getValues(), start, stored);
      setStart(stored);
      form.setValues(values);
      setConflict({ clashes: clashes.map(nameOfField) });
    } catch (problem) {
      show(problem);
    } finally {
      setBusy(false);
    }
  };

  const labels = Object.fromEntries([
    ...(Object.keys(form.values) as (keyof CustomerValues)[]).map((key) => [key, nameOfField(key)]),
    ...form.values.phones.map((_, index) => [
      `phones.${index}.number`,
      t('contacts:phone.number', { place: index + 1 }),
    ]),
  ]) as Record<string, string>;

  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="md" maw={640}>
        <MainFields form={form} isNew={isNew} />
        <Title order={2} mt="xs">
          {t('section.reach')}
        </Title>
        <ReachFields form={form} />
        <Title order={2} mt="xs">
          {t('field.address')}
        </Title>
        <AddressFields form={form} />
        <Title order={2} mt="xs">
          {t('section.more')}
        </Title>
        <OtherFields form={form} />
        {conflict ? (
          <ConflictNotice clashes={conflict.clashes} onLoad={() => void reload()} isLoading={isBusy} />
        ) : null}
        <FormProblems problems={problems} labels={labels} />
        <Group gap="xs">
          <Button type="submit" loading={isBusy} disabled={conflict?.clashes === null}>
            {t('common:save')}
          </Button>
          <Button variant="default" onClick={on.onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
      <LeaveWarning when={!isSaved && changedKeys(form.values, start).length > 0} />
    </form>
  );
};
