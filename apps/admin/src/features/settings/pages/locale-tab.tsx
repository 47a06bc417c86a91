import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../i18n/catalogues';
import { languageName } from '../../../i18n/i18n';
import { countriesIn } from '../countries';
import type { Settings } from '../settings.api';
import { SettingsForm } from '../settings-form';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm } from '../use-settings-form';

const read = ({ locale }: Settings) => ({ ...locale });

export const LocaleTab = () => {
  const { t, i18n } = useTranslation('settings');
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  const state = useSettingsForm(useLoadedSettings(), {
    read,
    write: (locale) => ({ locale }),
    prefix: '/locale',
    done: ({ locale }) => t('locale.done', { language: languageName(locale.language) }),
  });
  const { form } = state;
  return (
    <SettingsForm state={state} labels={{ language: t('locale.language'), country: t('locale.country') }}>
      <NativeSelect
        label={t('locale.language')}
        description={t('locale.languageHint')}
        data={LANGUAGES.map((language) => ({ value: language, label: languageName(language) }))}
        {...form.getInputProps('language')}
      />
      <NativeSelect
        label={t('locale.country')}
        description={t('locale.countryHint')}
        data={countries}
        {...form.getInputProps('country')}
      />
    </SettingsForm>
  );
};
