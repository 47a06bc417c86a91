import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../../ui/conflict-notice';
import { FormProblems } from '../../../ui/form-problems';
import { LeaveWarning } from '../../../ui/leave-warning';
import { AskedFields } from './asked-fields';
import { OfferFields } from './offer-fields';
import { TextFields } from './text-fields';
import type { Language } from './portal-values';
import type { PortalForm as Form } from './use-portal-form';
import { TEXTS, VISIT_LANGUAGES } from './portal-values';

interface PortalFormProps {
  state: Form;
  languages: readonly Language[];
  language: Language;
  onLanguage: (language: Language) => void;
  mayWrite: boolean;
}

export const PortalForm = ({ state, languages, language, onLanguage, mayWrite }: PortalFormProps) => {
  const { t } = useTranslation('deployment-portal');
  const { form, save, undo, isBusy, isDirty, clashes, problems } = state;
  const labels = Object.fromEntries(
    VISIT_LANGUAGES.flatMap((one) => TEXTS.map((name) => [`texts.${one}.${name}`, t(`text.${name}`)])),
  );
  return (
    <form id="options" onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="xl">
          <TextFields form={form} languages={languages} language={language} onLanguage={onLanguage} />
          <OfferFields form={form} />
          <AskedFields form={form} />
          {clashes.length > 0 ? (
            <ConflictNotice
              clashes={clashes.map((key) => t(`option.${key}`))}
              onLoad={() => undefined}
              isLoading={false}
            />
          ) : null}
          <FormProblems problems={problems} labels={labels} />
          {mayWrite ? (
            <Group gap="xs">
              <Button type="submit" loading={isBusy} disabled={!isDirty}>
                {t('common:save')}
              </Button>
              {isDirty ? (
                <Button variant="default" onClick={undo}>
                  {t('undoAll')}
                </Button>
              ) : null}
            </Group>
          ) : null}
        </Stack>
      </fieldset>
      <LeaveWarning when={isDirty} />
    </form>
  );
};
