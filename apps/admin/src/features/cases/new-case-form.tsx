import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CasePriority, CaseTemplate } from '@latchkey/api-client';
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
import { DeviceSelect, type ChosenDevice } from './reporting/device-select';
import { TemplatePart } from './reporting/template-part';
import { useReportForm, type ReportForm } from './reporting/use-report-form';
import { useAttachments } from './use-attachments';

interface NewCaseFormProps {
  customer: ChosenCustomer | null;
  contact: ChosenContact | null;
  device: ChosenDevice | null;
}

const EMPTY = { subject: '', body: '', priority: '' as CasePriority | '', assigneeId: '' };

export const NewCaseForm = (given: NewCaseFormProps) => {
  const { t } = useTranslation('cases');
  const form = useForm({ mode: 'uncontrolled', initialValues: EMPTY });
  const [about, setAbout] = useState(given);
  const attachments = useAttachments();
  const report = useReportForm(about.device?.model ?? null);
  const fileIds = attachments.files.map(({ id }) => id);
  const { problems, submit, isBusy, isChecked } = useOpening(form, { ...about, fileIds, report });
  const nameIt = (name: string): void => {
    const before = form.getValues().subject.trim();
    if (before === '' || report.choices.some((one) => one.name === before)) form.setFieldValue('subject', name);
  };
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack gap="md" maw={640}>
        <About about={about} onChange={setAbout} />
        <TemplatePart form={report} isChecked={isChecked} onChosen={nameIt} />
        <Words form={form} contact={about.contact} isAnswered={report.template !== undefined} />
        <AttachmentField attachments={attachments} />
        <HandlingFields form={form} template={report.template} />
        <FormProblems problems={problems} labels={{ subject: t('column.subject'), body: t('new.body') }} />
        <Group>
          <Button type="submit" loading={isBusy} disabled={about.customer === null || attachments.isUploading}>
            {about.contact ? t('new.openFor', { name: about.contact.name }) : t('new.open')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

interface AboutProps {
  about: NewCaseFormProps;
  onChange: (about: NewCaseFormProps) => void;
}

/** Who, and which machine; choosing the machine first says whose it is. */
const About = ({ about, onChange }: AboutProps) => {
  const { t } = useTranslation('cases');
  const { customer, contact, device } = about;
  return (
    <>
      <CustomerSelect
        key={customer?.id ?? ''}
        label={t('column.customer')}
        required
        value={customer}
        onChange={(next) => onChange({ customer: next, contact: null, device: null })}
      />
      <DeviceSelect
        customerId={customer?.id}
        value={device}
        onChange={(next) => onChange({ ...about, device: next, customer: next?.customer ?? customer })}
      />
      <ContactSelect
        customerId={customer?.id}
        value={contact}
        onChange={(next) => onChange({ ...about, contact: next })}
      />
    </>
  );
};

type NewCase = ReturnType<typeof useForm<typeof EMPTY>>;

interface WordsProps {
  form: NewCase;
  contact: ChosenContact | null;
  /** The questions of a template say what happened. */
  isAnswered: boolean;
}

const Words = ({ form, contact, isAnswered }: WordsProps) => {
  const { t } = useTranslation('cases');
  const hint = contact ? t('new.bodyTold', { name: contact.name }) : t('new.bodyHint');
  return (
    <>
      <TextInput
        label={t('column.subject')}
        required
        maxLength={200}
        key={form.key('subject')}
        {...form.getInputProps('subject')}
      />
      <Textarea
        label={t(isAnswered ? 'new.bodyOptional' : 'new.body')}
        description={isAnswered ? t('new.bodyOptionalHint') : hint}
        required={!isAnswered}
        autosize
        minRows={4}
        maxLength={10_000}
        key={form.key('body')}
        {...form.getInputProps('body')}
      />
    </>
  );
};

/** What nobody chooses is as the template says. */
const HandlingFields = ({ form, template }: { form: NewCase; template: CaseTemplate | undefined }) => {
  const { t } = useTranslation('cases');
  const staff = useQuery(staffNamesOptions);
  const assignees = (staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const priority = t(`priority.${template?.priority ?? 'normal'}`);
  const assignee = template?.defaultAssignee?.name ?? t('nobody');
  return (
    <Group grow align="flex-start">
      <NativeSelect
        label={t('column.priority')}
        data={[
          { value: '', label: template ? t('form.asTemplate', { value: priority }) : priority },
          ...PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) })),
        ]}
        key={form.key('priority')}
        {...form.getInputProps('priority')}
      />
      <NativeSelect
        label={t('column.assignee')}
        data={[{ value: '', label: template ? t('form.asTemplate', { value: assignee }) : assignee }, ...assignees]}
        key={form.key('assigneeId')}
        {...form.getInputProps('assigneeId')}
      />
    </Group>
  );
};

interface OnBehalf extends NewCaseFormProps {
  fileIds: string[];
  report: ReportForm;
}

/** Where the answers say what happened, the words may be left out. */
const saidIn = ({ subject, body }: { subject: string; body: string }, { template }: ReportForm) =>
  template && body.trim() === '' ? { subject } : { subject, body };

const useOpening = (form: NewCase, { customer, contact, device, fileIds, report }: OnBehalf) => {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const { done } = useToasts();
  const keyOf = useIdempotencyKey();
  const { show, clear, problems } = useFormProblems(form);
  const [isBusy, setBusy] = useState(false);
  const [isChecked, setChecked] = useState(false);

  const submit = async ({ assigneeId, priority, ...words }: typeof EMPTY): Promise<void> => {
    if (!customer) return;
    clear();
    setChecked(true);
    if (report.missing.length > 0) return;
    setBusy(true);
    const about = { customerId: customer.id, contactId: contact?.id ?? null, deviceId: device?.id ?? null, fileIds };
    const handling = { priority: priority || (report.template?.priority ?? 'normal'), assigneeId: assigneeId || null };
    const body = { ...saidIn(words, report), ...about, ...handling, ...report.toSend() };
    try {
      const opened = await openNewCase(body, keyOf(body));
      done(t('new.opened', { number: opened.number }));
      await navigate(`/cases/${opened.id}`);
    } catch (error) {
      show(error);
      setBusy(false);
    }
  };
  return { problems, submit, isBusy, isChecked };
};
