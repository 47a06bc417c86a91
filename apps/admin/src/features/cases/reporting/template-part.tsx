import { NativeSelect, Skeleton, Stack, Title } from '@mantine/core';
import { inLanguage } from '@latchkey/case-form';
import { useTranslation } from 'react-i18next';
import { QuestionField } from './question-field';
import type { ReportForm } from './use-report-form';

interface TemplatePartProps {
  form: ReportForm;
  /** After the first try to open the case. */
  isChecked: boolean;
  /** The name becomes the subject, unless there is one. */
  onChosen: (name: string) => void;
}

export const TemplatePart = ({ form, isChecked, onChosen }: TemplatePartProps) => {
  const { t, i18n } = useTranslation('cases');
  const choose = (id: string): void => {
    form.choose(id);
    const name = form.choices.find((one) => one.id === id)?.name;
    if (name) onChosen(name);
  };
  if (form.choices.length === 0) return null;
  return (
    <>
      <NativeSelect
        label={t('form.template')}
        description={inLanguage(form.template?.content.texts, i18n.language)?.description}
        value={form.templateId}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('form.ownWords') },
          ...form.choices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {form.isLoading ? <Skeleton height={120} /> : null}
      {form.questions.length > 0 ? (
        <section aria-labelledby="questions">
          <Title order={2} id="questions" mb="xs">
            {t('form.questions')}
          </Title>
          {/* Another form may ask under the same key: what was typed for this one goes with it. */}
          <Stack key={form.templateId} gap="md">
            {form.questions.map((question) => (
              <QuestionField
                key={question.key}
                question={question}
                answer={form.answers[question.key]}
                error={isChecked && form.missing.includes(question.key) ? t('form.missing') : null}
                onAnswer={(answer) => form.answer(question.key, answer)}
                onPhotos={(ids) => form.putPhotos(question.key, ids)}
              />
            ))}
          </Stack>
        </section>
      ) : null}
    </>
  );
};
