import { Button, Group, Stack } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../app/reauthentication';
import { toProblem } from '../../lib/problem';
import { changedKeys, rebase } from '../../lib/rebase';
import { ConflictNotice } from '../../ui/conflict-notice';
import { FormProblems, useFormProblems } from '../../ui/form-problems';
import { LeaveWarning } from '../../ui/leave-warning';
import type { PhoneValue } from './phone-values';

/** The phones among the values, when the form asks for any. */
const phonesOf = (values: object): readonly PhoneValue[] =>
  'phones' in values ? (values as { phones: readonly PhoneValue[] }).phones : [];

/** What a page gives to a form that adds or changes one thing. */
export interface EditFormActs<Values> {
  initial: Values;
  /** Rejects with the API's problem; the form shows it. `start` is what the values are changes of. */
  onSave: (values: Values, start: Values) => Promise<void>;
  /** Runs when the form no longer holds anything unsaved. */
  onSaved: () => void;
  onCancel: () => void;
  /** Fetches the newest version after a 412. */
  onReload?: () => Promise<Values>;
}

interface EditFormProps<Values extends object> extends EditFormActs<Values> {
  nameOfField: (key: string) => string;
  isBlocked?: boolean;
  children: (form: UseFormReturnType<Values>) => ReactNode;
}

const useSaving = <Values extends object>(props: EditFormProps<Values>) => {
  const { initial, onSave, onSaved, onReload, nameOfField } = props;
  const proof = useReauthentication();
  const [start, setStart] = useState(initial);
  const [isBusy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [conflict, setConflict] = useState<{ clashes: string[] | null } | null>(null);
  // Controlled: hints read every keystroke, and a reload puts what was typed on top of new values.
  const form = useForm<Values>({ mode: 'controlled', initialValues: initial });
  const { show, clear, problems } = useFormProblems(form as never);

  const save = async (values: Values): Promise<void> => {
    setBusy(true);
    clear();
    try {
      await proof.run(() => onSave(values, start));
      flushSync(() => setSaved(true));
      onSaved();
    } catch (problem) {
      setBusy(false);
      if (problem instanceof NotProven) return;
      if (toProblem(problem).status === 412 && onReload) return setConflict({ clashes: null });
      show(problem);
    }
  };

  const reload = async (): Promise<void> => {
    setBusy(true);
    try {
      const stored = (await onReload?.()) ?? start;
      const { values, clashes } = rebase(form.getValues(), start, stored);
      setStart(stored);
      form.setValues(values);
      setConflict({ clashes: clashes.map((key) => nameOfField(String(key))) });
    } catch (problem) {
      show(problem);
    } finally {
      setBusy(false);
    }
  };

  const isUnsaved = !isSaved && changedKeys(form.values, start).length > 0;
  return { form, save, reload, isBusy, isUnsaved, conflict, problems, dialog: proof.dialog };
};

/** Saving, refusals at their fields, somebody else's change, the own password where it is asked for (SES-6), and a warning before leaving; the fields are the caller's. */
export const EditForm = <Values extends object>(props: EditFormProps<Values>) => {
  const { nameOfField, isBlocked = false, onCancel, children } = props;
  const { t } = useTranslation('contacts');
  const { form, save, reload, isBusy, isUnsaved, conflict, problems, dialog } = useSaving(props);
  const labels: Record<string, string> = Object.fromEntries([
    ...Object.keys(form.values).map((key) => [key, nameOfField(key)]),
    ...phonesOf(form.values).map((_, index) => [`phones.${index}.number`, t('phone.number', { place: index + 1 })]),
  ]);
  return (
    <>
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack gap="md" maw={640}>
          {children(form)}
          {conflict ? (
            <ConflictNotice clashes={conflict.clashes} onLoad={() => void reload()} isLoading={isBusy} />
          ) : null}
          <FormProblems problems={problems} labels={labels} />
          <Group gap="xs">
            <Button type="submit" loading={isBusy} disabled={isBlocked || conflict?.clashes === null}>
              {t('common:save')}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {t('common:cancel')}
            </Button>
          </Group>
        </Stack>
        <LeaveWarning when={isUnsaved} />
      </form>
      {dialog}
    </>
  );
};
