import { Alert, Checkbox, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './portal.module.css';
import { hasNoWayBack, type Asking, type PortalValues } from './portal-values';

type Form = UseFormReturnType<PortalValues>;

const FIELDS = ['askName', 'askEmail', 'askPhone'] as const;
const ASKINGS: readonly Asking[] = ['hidden', 'optional', 'required'];

/** What a visitor is asked for; kept with the case (S1.18). */
export const AskedFields = ({ form }: { form: Form }) => {
  const { t } = useTranslation('deployment-portal');
  return (
    <Stack gap="md" component="section" aria-label={t('section.asked')}>
      <div>
        <Title order={2}>{t('section.asked')}</Title>
        <Text c="dimmed">{t('asked.text')}</Text>
      </div>
      {FIELDS.map((name) => (
        <AskedField key={name} name={name} form={form} />
      ))}
      <Checkbox
        label={t('option.allowsNoReply')}
        description={t('option.allowsNoReplyHelp')}
        checked={form.values.allowsNoReply}
        onChange={(event) => form.setFieldValue('allowsNoReply', event.currentTarget.checked)}
      />
      {hasNoWayBack(form.values) ? (
        <Alert color="yellow" variant="light" p="xs">
          {t('asked.noWayBack')}
        </Alert>
      ) : null}
    </Stack>
  );
};

const AskedField = ({ name, form }: { name: (typeof FIELDS)[number]; form: Form }) => {
  const { t } = useTranslation('deployment-portal');
  const id = useId();
  return (
    <div className={classes.asked}>
      <span id={id}>{t(`asked.${name}`)}</span>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        data={ASKINGS.map((value) => ({ value, label: t(`asking.${value}`) }))}
        value={form.values[name]}
        onChange={(value) => form.setFieldValue(name, value as Asking)}
      />
    </div>
  );
};
