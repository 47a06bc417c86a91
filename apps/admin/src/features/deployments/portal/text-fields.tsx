import { SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { languageWord } from '../../../shared/people/languages';
import { TEXTS, type Language, type PortalValues } from './portal-values';

interface TextFieldsProps {
  form: UseFormReturnType<PortalValues>;
  languages: readonly Language[];
  language: Language;
  onLanguage: (language: Language) => void;
}

const MOST = 5000;

/** Written once per language; the phone beside shows the same language. */
export const TextFields = ({ form, languages, language, onLanguage }: TextFieldsProps) => {
  const { t, i18n } = useTranslation('deployment-portal');
  return (
    <Stack gap="md" component="section" aria-label={t('section.texts')}>
      <div>
        <Title order={2}>{t('section.texts')}</Title>
        <Text c="dimmed">{t('text.hint')}</Text>
      </div>
      <SegmentedControl
        aria-label={t('text.language')}
        data={languages.map((value) => ({ value, label: languageWord(value, i18n.language) }))}
        value={language}
        onChange={(value) => onLanguage(value as Language)}
        style={{ alignSelf: 'flex-start' }}
      />
      {TEXTS.map((name) => (
        <Textarea
          key={`${language} ${name}`}
          label={t(`text.${name}`)}
          description={t(`text.${name}Help`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={MOST}
          lang={language}
          {...form.getInputProps(`texts.${language}.${name}`)}
        />
      ))}
      <Text size="sm" c="dimmed">
        {t('text.markdown')}
      </Text>
    </Stack>
  );
};
