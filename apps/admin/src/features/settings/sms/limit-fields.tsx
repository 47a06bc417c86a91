import { MultiSelect, NumberInput, SimpleGrid, Switch, Text, TextInput, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import { countriesIn } from '../countries';
import type { Settings } from '../settings.api';
import type { SettingsFormState } from '../use-settings-form';
import type { SmsValues } from './sms-values';
import { useSmsUsage } from './sms.api';

/** Where SMS may go, how many a day, and what they cost (D9). */
export const LimitFields = ({ state: { form } }: { state: SettingsFormState<SmsValues> }) => {
  const { t, i18n } = useTranslation('settings');
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  return (
    <>
      <Title order={2} mt="xs">
        {t('sms.limits')}
      </Title>
      <MultiSelect
        label={t('sms.countries')}
        description={t('sms.countriesHint')}
        data={countries}
        searchable
        clearable
        {...form.getInputProps('countries')}
      />
      <NumberInput
        label={t('sms.dailyParts')}
        description={t('sms.dailyPartsHint')}
        min={0}
        max={100_000}
        allowDecimal={false}
        {...form.getInputProps('dailyParts')}
      />
      <Switch
        label={t('sms.verifiedOnly')}
        description={t('sms.verifiedOnlyHint')}
        {...form.getInputProps('verifiedOnly', { type: 'checkbox' })}
      />
      <Switch
        label={t('sms.tellsSecurity')}
        description={t('sms.tellsSecurityHint')}
        {...form.getInputProps('tellsSecurity', { type: 'checkbox' })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NumberInput
          label={t('sms.pricePerPart')}
          min={0}
          max={1000}
          decimalScale={4}
          {...form.getInputProps('pricePerPart')}
        />
        <TextInput label={t('sms.currency')} maxLength={3} spellCheck={false} {...form.getInputProps('currency')} />
      </SimpleGrid>
    </>
  );
};

/** What was sent, in parts and in money. */
export const SmsSpent = ({ settings }: { settings: Settings }) => {
  const { t } = useTranslation('settings');
  const { number, money } = useFormat();
  const { data } = useSmsUsage(settings.version);
  if (!data) return null;
  const { pricePerPart, currency } = settings.sms;
  const cost = (parts: number): string => (pricePerPart > 0 ? ` (${money(parts * pricePerPart, currency)})` : '');
  return (
    <Text size="sm" c="dimmed">
      {t('sms.spent', {
        today: number(data.today),
        stop: number(data.dailyParts),
        todayCost: cost(data.today),
        days30: number(data.days30),
        days30Cost: cost(data.days30),
      })}
    </Text>
  );
};
