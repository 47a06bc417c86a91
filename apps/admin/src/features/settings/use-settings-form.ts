import { useForm } from '@mantine/form';
import { useState } from 'react';
import { NotProven, useReauthentication } from '../../app/reauthentication';
import { changedKeys } from '../../lib/rebase';
import { useFormProblems } from '../../ui/form-problems';
import { useToasts } from '../../ui/toasts';
import { below } from './below';
import { saveOnTop, type SettingsPart } from './save-on-top';
import { useSettingsStore, type Settings } from './settings.api';

export interface SettingsFormSpec<Values> extends SettingsPart<Values> {
  /** Where the fields stand in the request: "/mail" makes "/mail/host" the field "host". */
  prefix: string;
  /** What applies from now on. */
  done: (settings: Settings) => string;
  validate?: (values: Values) => Record<string, string>;
}

/** One part of the settings as a form. Somebody else's change of other fields is kept; of the same field it is shown first. May ask for the password again: render `dialog`. */
export const useSettingsForm = <Values extends Record<string, unknown>>(
  settings: Settings,
  spec: SettingsFormSpec<Values>,
) => {
  const store = useSettingsStore();
  const toasts = useToasts();
  const proof = useReauthentication();
  const [base, setBase] = useState(settings);
  const [isBusy, setBusy] = useState(false);
  const [clashes, setClashes] = useState<readonly string[]>([]);
  const start = spec.read(base);
  const form = useForm<Values>({
    initialValues: start,
    ...(spec.validate ? { validate: spec.validate as never } : {}),
  });
  const { show, clear, problems } = useFormProblems(form);

  const save = async (values: Values): Promise<void> => {
    setBusy(true);
    setClashes([]);
    clear();
    try {
      const outcome = await proof.run(() => saveOnTop(store, spec, { base, values }));
      setBase(outcome.settings);
      form.setValues(outcome.values);
      setClashes(outcome.clashes);
      if (outcome.clashes.length === 0) toasts.done(spec.done(outcome.settings));
    } catch (error) {
      if (!(error instanceof NotProven)) show(below(spec.prefix, error));
    } finally {
      setBusy(false);
    }
  };

  const isDirty = changedKeys(form.values, start).length > 0;
  return { form, save, problems, clashes, isBusy, isDirty, dialog: proof.dialog };
};

export type SettingsFormState<Values extends Record<string, unknown>> = ReturnType<typeof useSettingsForm<Values>>;
