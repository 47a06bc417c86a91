import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../../app/reauthentication';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { FormProblems, useFormProblems } from '../../../ui/form-problems';
import { useToasts } from '../../../ui/toasts';
import { ServerFields } from '../server-fields';
import { FOLDER, IMAP_PORTS, readMailbox, writeMailbox, type MailboxValues } from './mailbox-values';
import { useBounceActs, type BounceSettings } from './returned.api';

/** The mailbox that returned messages arrive in; it is read every minute. */
export const ReturnedMailbox = ({ settings }: { settings: BounceSettings }) => {
  const { t } = useTranslation('returned');
  const mayWrite = useCan()('settings:write');
  const acts = useBounceActs();
  const proof = useReauthentication();
  const toast = useToasts();
  const [isBusy, setBusy] = useState(false);
  const form = useForm<MailboxValues>({ initialValues: readMailbox(settings) });
  const { show, clear, problems } = useFormProblems(form);

  const run = async (act: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    clear();
    try {
      await proof.run(act);
    } catch (error) {
      if (!(error instanceof NotProven)) show(error);
    } finally {
      setBusy(false);
    }
  };
  const save = (values: MailboxValues) =>
    run(async () => {
      form.setValues(readMailbox(await acts.setMailbox(writeMailbox(values))));
      form.resetDirty();
      // The first look tells at once whether the server lets us in.
      await acts.look();
      toast.done(t('mailbox.done', { host: values.host.trim() }));
    });
  const labels = {
    ...Object.fromEntries(
      (['port', 'secure', 'user', 'password'] as const).map((name) => [name, t(`settings:mail.${name}`)]),
    ),
    host: t('mailbox.host'),
    folder: t('mailbox.folder'),
  };

  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="md">
        <Title order={2}>{t('mailbox.title')}</Title>
        <Text c="dimmed">{t('mailbox.text')}</Text>
        <MailboxFields form={form} passwordIsSet={settings.mailbox?.passwordIsSet ?? false} />
        <FormProblems problems={problems} labels={labels} />
        <LookState settings={settings} />
        {mayWrite ? (
          <Group gap="xs">
            <Button type="submit" loading={isBusy} disabled={form.values.host.trim() === ''}>
              {t('common:save')}
            </Button>
            {settings.mailbox ? (
              <>
                <Button variant="default" loading={isBusy} onClick={() => void run(acts.look)}>
                  {t('mailbox.look')}
                </Button>
                <Button variant="subtle" color="red" disabled={isBusy} onClick={() => void run(acts.removeMailbox)}>
                  {t('mailbox.remove')}
                </Button>
              </>
            ) : null}
          </Group>
        ) : null}
      </Stack>
      {proof.dialog}
    </form>
  );
};

const MailboxFields = ({ form, passwordIsSet }: { form: UseFormReturnType<MailboxValues>; passwordIsSet: boolean }) => {
  const { t } = useTranslation('returned');
  return (
    <>
      <ServerFields
        host={{ label: t('mailbox.host'), example: 'imap.example.com' }}
        usualPorts={IMAP_PORTS}
        form={form}
        passwordIsSet={passwordIsSet}
      />
      <TextInput
        label={t('mailbox.folder')}
        placeholder={FOLDER}
        maxLength={200}
        spellCheck={false}
        {...form.getInputProps('folder')}
      />
    </>
  );
};

const LookState = ({ settings: { mailbox, look } }: { settings: BounceSettings }) => {
  const { t } = useTranslation('returned');
  const { exact } = useFormat();
  if (!mailbox || !look) return null;
  const at = exact(look.at);
  return (
    <Alert color={look.error ? 'red' : 'green'} variant="light" aria-live="polite">
      {look.error ? t('mailbox.lookFailed', { at }) : t('mailbox.looked', { at, count: look.found })}
      {look.error ? (
        <Text size="sm" mt={4} translate="no" style={{ overflowWrap: 'anywhere' }}>
          {look.error}
        </Text>
      ) : null}
    </Alert>
  );
};
