import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CasePriority } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { CustomerSelect, type ChosenCustomer } from '../../shared/people/customer-select';
import { FormProblems, useFormProblems } from '../../ui/form-problems';
import { useToasts } from '../../ui/toasts';
import { AttachmentField } from './attachment-field';
import { PRIORITIES } from './case-words';
import { openNewCase, staffNamesOptions } from './cases.api';
import { ContactSelect, type ChosenContact } from './contact-select';
import { useAttachments } from './use-attachments';

interface NewCaseFormProps {
  customer: ChosenCustomer | null;
  contact: ChosenContact | null;
}

const EMPTY = { subject: '', body: '', device: '', priority: 'normal' as CasePriority, assigneeId: '' };

export const NewCaseForm = (given: NewCaseFormProps) => {
  const { t } = useTranslation('cases');
  const form = useForm({ mode: 'uncontrolled', initialValues: EMPTY });
  const [customer, setCustomer] = useState(given.customer);
  const [contact, setContact] = useState(given.contact);
  const attachments = useAttachments();
  const { problems, submit, isBusy } = useOpening(form, {
    customer,
    contact,
    fileIds: attachments.files.map(({ id }) => id),
  });
  const staff = useQuery(staffNamesOptions);
  const assignees = (staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }));

  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack gap="md" maw={640}>
        <CustomerSelect
          label={t('column.customer')}
          required
          value={customer}
          onChange={(next) => {
            setCustomer(next);
            setContact(null);
          }}
        />
        <ContactSelect customerId={customer?.id} value={contact} onChange={setContact} />
        <TextInput
          label={t('column.subject')}
          required
          maxLength={200}
          key={form.key('subject')}
          {...form.getInputProps('subject')}
        />
        <Textarea
          label={t('new.body')}
          description={contact ? t('new.bodyTold', { name: contact.name }) : t('new.bodyHint')}
          required
          autosize
          minRows={4}
          maxLength={10_000}
          key={form.key('body')}
          {...form.getInputProps('body')}
        />
        <AttachmentField attachments={attachments} />
        <TextInput label={t('new.device')} maxLength={200} key={form.key('device')} {...form.getInputProps('device')} />
        <Group grow align="flex-start">
          <NativeSelect
            label={t('column.priority')}
            data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
            key={form.key('priority')}
            {...form.getInputProps('priority')}
          />
          <NativeSelect
            label={t('column.assignee')}
            data={[{ value: '', label: t('nobody') }, ...assignees]}
            key={form.key('assigneeId')}
            {...form.getInputProps('assigneeId')}
          />
        </Group>
        <FormProblems problems={problems} labels={{ subject: t('column.subject'), body: t('new.body') }} />
        <Group>
          <Button type="submit" loading={isBusy} disabled={customer === null || attachments.isUploading}>
            {contact ? t('new.openFor', { name: contact.name }) : t('new.open')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

interface OnBehalf extends NewCaseFormProps {
  fileIds: string[];
}

const useOpening = (form: ReturnType<typeof useForm<typeof EMPTY>>, { customer, contact, fileIds }: OnBehalf) => {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const { done } = useToasts();
  const keyOf = useIdempotencyKey();
  const { show, clear, problems } = useFormProblems(form);
  const [isBusy, setBusy] = useState(false);

  const submit = async ({ device, assigneeId, ...values }: typeof EMPTY): Promise<void> => {
    if (!customer) return;
    clear();
    setBusy(true);
    const about = { customerId: customer.id, contactId: contact?.id ?? null, fileIds };
    const body = { ...values, ...about, device: device.trim() || null, assigneeId: assigneeId || null };
    try {
      const opened = await openNewCase(body, keyOf(body));
      done(t('new.opened', { number: opened.number }));
      await navigate(`/cases/${opened.id}`);
    } catch (error) {
      show(error);
      setBusy(false);
    }
  };
  return { problems, submit, isBusy };
};
