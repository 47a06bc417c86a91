import {
  Button,
  Checkbox,
  Group,
  List,
  Radio,
  ScrollArea,
  SegmentedControl,
  Select,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { Deployment } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contactsToTellOptions } from '../portal.api';
import { GRACES, LENGTHS, type PinValues } from './pin-values';

interface FieldsProps {
  values: PinValues;
  onChange: (values: PinValues) => void;
}

/** Generated, or chosen by hand: a weak one is refused with the reason (D4.2). */
export const PinFields = ({ values, onChange, weakness }: FieldsProps & { weakness: string | null }) => {
  const { t } = useTranslation('deployment-portal');
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('rotate.kind')}
        value={values.kind}
        onChange={(kind) => onChange({ ...values, kind: kind as PinValues['kind'] })}
      >
        <Group gap="md" mt={6}>
          <Radio value="generated" label={t('rotate.generated')} />
          <Radio value="own" label={t('rotate.own')} />
        </Group>
      </Radio.Group>
      {values.kind === 'generated' ? (
        <div>
          <SegmentedControl
            aria-label={t('rotate.length')}
            data={LENGTHS.map((value) => ({ value, label: t('rotate.digits', { count: Number(value) }) }))}
            value={values.length}
            onChange={(length) => onChange({ ...values, length })}
          />
          <Text size="sm" c="dimmed" mt={4}>
            {t('rotate.lengthHelp')}
          </Text>
        </div>
      ) : (
        <TextInput
          label={t('rotate.ownLabel')}
          description={t('rotate.ownHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={values.pin}
          onChange={(event) => onChange({ ...values, pin: event.currentTarget.value.replace(/\D/g, '').slice(0, 8) })}
          inputMode="numeric"
          autoComplete="off"
          error={weakness}
          maw={260}
        />
      )}
    </Stack>
  );
};

type GraceProps = FieldsProps & { deployment: Deployment };

/** How long both work, who is told, and what happens when. */
export const GraceFields = ({ deployment, values, onChange }: GraceProps) => {
  const { t } = useTranslation('deployment-portal');
  const days = values.graceDays;
  const word = (value: PinValues['graceDays']): string =>
    value === ''
      ? t('rotate.usualGrace')
      : value === '0'
        ? t('rotate.noGrace')
        : t('rotate.days', { count: Number(value) });
  return (
    <>
      <Select
        label={t('rotate.grace')}
        data={GRACES.map((value) => ({ value, label: word(value) }))}
        value={days}
        onChange={(value) => onChange({ ...values, graceDays: (value ?? '') as PinValues['graceDays'] })}
        allowDeselect={false}
        maw={320}
      />
      <ContactsField deployment={deployment} values={values} onChange={onChange} />
      <div>
        <Text fw={500} mb={4}>
          {t('rotate.what')}
        </Text>
        <List size="sm" spacing={2}>
          <List.Item>{t('rotate.now')}</List.Item>
          <List.Item>{t(days === '0' ? 'rotate.atOnce' : 'rotate.meanwhile')}</List.Item>
          {days === '0' ? null : <List.Item>{t('rotate.after')}</List.Item>}
          <List.Item>{t('rotate.poster')}</List.Item>
        </List>
      </div>
    </>
  );
};

const ContactsField = ({ deployment, values, onChange }: GraceProps) => {
  const { t } = useTranslation('deployment-portal');
  const found = useQuery(contactsToTellOptions(deployment.customer.id));
  const chosen = values.notifyContactIds;
  const put = (notifyContactIds: string[]): void => onChange({ ...values, notifyContactIds });
  if (found.isPending) return <Skeleton height={60} />;
  const contacts = found.data ?? [];
  if (contacts.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('rotate.nobodyToTell', { customer: deployment.customer.name })}
      </Text>
    );
  const hasAll = chosen.length === contacts.length;
  return (
    <Checkbox.Group
      label={t('rotate.tell', { customer: deployment.customer.name })}
      description={t('rotate.tellHelp')}
      value={chosen}
      onChange={put}
    >
      <Button variant="subtle" size="compact-sm" mt={4} onClick={() => put(hasAll ? [] : contacts.map(({ id }) => id))}>
        {t(hasAll ? 'rotate.none' : 'rotate.all', { count: contacts.length })}
      </Button>
      <ScrollArea.Autosize mah={180} mt={4}>
        <Stack gap={6} p={4}>
          {contacts.map(({ id, name, email }) => (
            <Checkbox key={id} value={id} label={[name, email].filter(Boolean).join(' · ')} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Checkbox.Group>
  );
};
