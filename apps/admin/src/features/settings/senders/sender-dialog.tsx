import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../../app/reauthentication';
import { FormProblems, useFormProblems } from '../../../ui/form-problems';
import { useToasts } from '../../../ui/toasts';
import { PORTS } from '../mail-values';
import { ServerFields } from '../server-fields';
import { FromFields, type SenderFieldsProps } from './sender-fields';
import { GROUPS, readSender, writeSender, type SenderValues } from './sender-values';
import { useSenderActs, type Sender } from './senders.api';

interface SenderDialogProps {
  /** Null: a new one. */
  sender: Sender | null;
  onClose: () => void;
}

export const SenderDialog = ({ sender, onClose }: SenderDialogProps) => {
  const { t } = useTranslation('senders');
  const { save } = useSenderActs();
  const proof = useReauthentication();
  const toast = useToasts();
  const [isBusy, setBusy] = useState(false);
  const form = useForm<SenderValues>({ initialValues: readSender(sender) });
  const { show, clear, problems } = useFormProblems(form);

  const submit = async (values: SenderValues): Promise<void> => {
    setBusy(true);
    clear();
    try {
      await proof.run(() => save(sender?.id ?? null, writeSender(values)));
      toast.done(t('saved', { name: values.name }));
      onClose();
    } catch (error) {
      if (!(error instanceof NotProven)) show(error);
    } finally {
      setBusy(false);
    }
  };
  const labels = { name: t('name'), ...Object.fromEntries(FIELDS.map((name) => [name, t(`settings:mail.${name}`)])) };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(sender ? 'editTitle' : 'addTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
        <Stack gap="md">
          <PurposeFields form={form} />
          <ServerFields
            host={{ label: t('settings:mail.host'), example: 'smtp.example.com' }}
            usualPorts={PORTS}
            form={form}
            passwordIsSet={sender?.passwordIsSet ?? false}
          />
          <FromFields form={form} />
          <FormProblems problems={problems} labels={labels} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {proof.dialog}
    </Modal>
  );
};

const FIELDS = ['host', 'port', 'user', 'password', 'fromName', 'fromAddress', 'replyTo', 'footer'] as const;

const PurposeFields = ({ form }: SenderFieldsProps) => {
  const { t } = useTranslation('senders');
  return (
    <>
      <TextInput
        label={t('name')}
        placeholder={t('namePlaceholder')}
        maxLength={60}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Checkbox.Group label={t('groups')} description={t('groupsHint')} {...form.getInputProps('groups')}>
        <Stack gap="xs" mt="xs">
          {GROUPS.map((group) => (
            <Checkbox key={group} value={group} label={t(`group.${group}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
};
