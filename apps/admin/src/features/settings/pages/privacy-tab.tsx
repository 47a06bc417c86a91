import { NumberInput, Text, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import { FailedState } from '../../../ui/failed-state';
import { useRetentionPreview, type Settings } from '../settings.api';
import { SettingsForm } from '../settings-form';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm } from '../use-settings-form';

const FIELDS = [
  { name: 'messageDays', counted: 'messages', min: 7, max: 3_650 },
  { name: 'reporterMonths', counted: 'reporters', min: 1, max: 120 },
  { name: 'auditMonths', counted: 'auditLines', min: 12, max: 120 },
  { name: 'importDays', counted: 'importFiles', min: 1, max: 3_650 },
] as const;

type Name = (typeof FIELDS)[number]['name'];
type PrivacyValues = Record<Name, number | string> & { notice: string };

const DEBOUNCE_MS = 400;
const NOTICE_MOST = 20_000;
const MOST_COUNTED = 100_000;

const read = ({ retention, privacy }: Settings): PrivacyValues => ({ ...retention, ...privacy });
const keptIn = (values: PrivacyValues): Settings['retention'] => ({
  messageDays: Number(values.messageDays),
  reporterMonths: Number(values.reporterMonths),
  auditMonths: Number(values.auditMonths),
  importDays: Number(values.importDays),
});
const write = (values: PrivacyValues) => ({ retention: keptIn(values), privacy: { notice: values.notice } });

/** Asked for only with numbers that could be saved. */
const askable = (values: PrivacyValues): Settings['retention'] | null =>
  FIELDS.every(({ name, min, max }) => {
    const value = Number(values[name]);
    return values[name] !== '' && Number.isInteger(value) && value >= min && value <= max;
  })
    ? keptIn(values)
    : null;

/** How long what names people is kept; what a shorter time would remove is said before it is saved (D24). */
export const PrivacyTab = () => {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  const validate = (values: PrivacyValues): Record<string, string> =>
    Object.fromEntries(
      FIELDS.filter(({ name }) => values[name] === '').map(({ name }) => [name, t('problem:field.required')]),
    );
  const state = useSettingsForm<PrivacyValues>(useLoadedSettings(), {
    read,
    write,
    validate,
    prefix: '/retention',
    done: () => t('privacy.done'),
  });
  const [settled] = useDebouncedValue(state.form.values, DEBOUNCE_MS);
  const preview = useRetentionPreview(askable(settled));
  const labels = Object.fromEntries(
    [...FIELDS.map(({ name }) => name), 'notice' as const].map((name) => [name, t(`privacy.${name}`)]),
  );
  const goes = (count: number | undefined): string | null => {
    if (count === undefined) return null;
    if (count >= MOST_COUNTED) return t('privacy.goesMany', { number: number(MOST_COUNTED) });
    return t('privacy.goes', { count, number: number(count) });
  };
  return (
    <SettingsForm state={state} labels={labels}>
      <Title order={2}>{t('privacy.title')}</Title>
      <Text>{t('privacy.text')}</Text>
      {FIELDS.map(({ name, counted, min, max }) => (
        <div key={name}>
          <NumberInput
            label={t(`privacy.${name}`)}
            description={t(`privacy.${name}Hint`, { min: number(min), max: number(max) })}
            min={min}
            max={max}
            allowDecimal={false}
            maw={360}
            {...state.form.getInputProps(name)}
          />
          <Text size="sm" mt={4} aria-live="polite">
            {goes(preview.data?.[counted])}
          </Text>
        </div>
      ))}
      {preview.error ? <FailedState error={preview.error} onRetry={() => void preview.refetch()} isCompact /> : null}
      <Title order={2}>{t('privacy.noticeTitle')}</Title>
      <Textarea
        label={t('privacy.notice')}
        description={t('privacy.noticeHint')}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        autosize
        minRows={4}
        maxRows={20}
        maxLength={NOTICE_MOST}
        {...state.form.getInputProps('notice')}
      />
    </SettingsForm>
  );
};
