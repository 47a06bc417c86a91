import { Checkbox, MultiSelect, Stack, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { languageWord } from '../../../shared/people/languages';
import { VISIT_LANGUAGES, type Language, type PortalValues } from './portal-values';
import { TemplatesField } from './templates-field';

/** What visitors can see and choose. */
export const OfferFields = ({ form }: { form: UseFormReturnType<PortalValues> }) => {
  const { t, i18n } = useTranslation('deployment-portal');
  const { values } = form;
  return (
    <Stack gap="md" component="section" aria-label={t('section.offer')}>
      <Title order={2}>{t('section.offer')}</Title>
      <Checkbox
        label={t('option.showsOpenCases')}
        description={t('option.showsOpenCasesHelp')}
        checked={values.showsOpenCases}
        onChange={(event) => form.setFieldValue('showsOpenCases', event.currentTarget.checked)}
      />
      <Checkbox
        label={t('option.takesPhotos')}
        description={t('option.takesPhotosHelp')}
        checked={values.takesPhotos}
        onChange={(event) => form.setFieldValue('takesPhotos', event.currentTarget.checked)}
      />
      <TemplatesField value={values.templateIds} onChange={(ids) => form.setFieldValue('templateIds', ids)} />
      <MultiSelect
        label={t('option.languages')}
        description={t('option.languagesHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={values.languages.length === 0 ? t('option.allLanguages') : undefined}
        data={VISIT_LANGUAGES.map((value) => ({ value, label: languageWord(value, i18n.language) }))}
        value={values.languages}
        onChange={(languages) => form.setFieldValue('languages', languages as Language[])}
        clearable
        clearButtonProps={{ 'aria-label': t('option.clearLanguages') }}
      />
    </Stack>
  );
};
