import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../../../lib/problem';
import { changedKeys, rebase } from '../../../lib/rebase';
import { ConflictNotice } from '../../../ui/conflict-notice';
import { FormProblems, useFormProblems } from '../../../ui/form-problems';
import { LeaveWarning } from '../../../ui/leave-warning';
import { ContactFields, MoreContactFields } from './contact-fields';
import type { ContactValues } from './contact-values';
import { LoginHints } from './login-hint';

export interface ContactFormProps {
  initial: ContactValues;
  customerId: string | undefined;
  contactId?: string;
  /** Rejects with the API's problem; the form shows it. `start` is what the values are changes of. */
  onSave: (values: ContactValues, start: ContactValues, linkByPhone: boolean) => Promise<void>;
  /** Runs when the form no longer holds anything unsaved. */
  onSaved: () => void;
  onCancel: () => void;
  /** Fetches the newest version after a 412. */
  onReload?: () => Promise<ContactValues>;
  /** Above the fields: the customer, when it is to be chosen. */
  top?: ReactNode;
  isBlocked?: boolean;
}

export const ContactForm = ({ initial, customerId, contactId, top, isBlocked = false, ...on }: ContactFormProps) => {
  const { t } = useTranslation('contacts');
  const [start, setStart] = useState(initial);
  const [linkByPhone, setLinkByPhone] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [conflict, setConflict] = useState<{ clashes: string[] | null } | null>(null);
  // Controlled: the hint reads every keystroke, and a reload puts what was typed on top of new values.
  const form = useForm<ContactValues>({ mode: 'controlled', initialValues: initial });
  const { show, clear, problems } = useFormProblems(form as never);
  const nameOfField = (key: keyof ContactValues): string => t(`field.${key}`);

  const save = async (values: ContactValues): Promise<void> => {
    setBusy(true);
    clear();
    try {
      await on.onSave(values, start, linkByPhone);
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

  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="md" maw={640}>
        {top}
        <ContactFields form={form} />
        <LoginHints
          values={form.values}
          customerId={customerId}
          {...(contactId ? { contactId } : {})}
          linkByPhone={linkByPhone}
          onLinkByPhone={setLinkByPhone}
        />
        <MoreContactFields form={form} />
        {conflict ? (
          <ConflictNotice clashes={conflict.clashes} onLoad={() => void reload()} isLoading={isBusy} />
        ) : null}
        <FormProblems
          problems={problems}
          labels={{
            firstName: nameOfField('firstName'),
            lastName: nameOfField('lastName'),
            email: nameOfField('email'),
            externalId: nameOfField('externalId'),
            ...Object.fromEntries(
              form.values.phones.map((_, index) => [`phones.${index}.number`, t('phone.number', { place: index + 1 })]),
            ),
          }}
        />
        <Group gap="xs">
          <Button type="submit" loading={isBusy} disabled={isBlocked || conflict?.clashes === null}>
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
