import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { CaseTemplate } from '@latchkey/api-client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { languageWord } from '../../../shared/people/languages';
import { useProblemText } from '../../../lib/use-problem-text';
import { LeaveWarning } from '../../../ui/leave-warning';
import { LANGUAGES, toContent, type Language } from '../draft';
import { problemsOf, refusedParts } from '../draft-rules';
import { TemplatePreview } from '../preview/template-preview';
import { EditorFoot } from './editor-foot';
import classes from './editor.module.css';
import { Handling } from './handling';
import { QuestionList } from './question-list';
import { TemplateNames } from './template-names';
import { useTemplateDraft, type TemplateDraft } from './use-template-draft';

/** The form on the left, the visitor's phone on the right. */
export const TemplateEditor = ({ template }: { template: CaseTemplate | null }) => {
  const { t, i18n } = useTranslation('templates');
  const mayWrite = useCan()('template:write');
  const edited = useTemplateDraft(template);
  const { draft, change, isDirty } = edited;
  const [language, setLanguage] = useState<Language>(() => LANGUAGES.find((one) => one === i18n.language) ?? 'en');
  const problems = useProblems(edited);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    // The first thing that is not right comes under the cursor.
    void edited.save().then(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <div className={classes.beside}>
      <form onSubmit={submit} noValidate>
        <fieldset className={classes.plain} disabled={!mayWrite}>
          <Stack gap="lg">
            <div>
              <Text size="sm" fw={500} mb={4}>
                {t('language')}
              </Text>
              <SegmentedControl
                size="sm"
                aria-label={t('language')}
                value={language}
                onChange={(value) => setLanguage(LANGUAGES.find((one) => one === value) ?? 'en')}
                data={LANGUAGES.map((value) => ({ value, label: languageWord(value, i18n.language) }))}
              />
              <Text size="sm" c="dimmed" mt={4}>
                {t('languageHint')}
              </Text>
            </div>
            <TemplateNames draft={draft} change={change} language={language} problem={problems.get('name') ?? null} />
            <Handling draft={draft} change={change} />
            <section aria-labelledby="questions">
              <Title order={2} id="questions" mb={4}>
                {t('questions.title')}
              </Title>
              <Text size="sm" c="dimmed" mb="sm">
                {t('questions.text')}
              </Text>
              <QuestionList
                questions={draft.questions}
                onChange={(questions) => change({ questions })}
                language={language}
                problems={problems}
              />
            </section>
            <EditorFoot template={template} edited={edited} problems={problems} mayWrite={mayWrite} />
          </Stack>
        </fieldset>
        <LeaveWarning when={isDirty} />
      </form>
      <aside className={classes.phone}>
        <Title order={2} mb="xs" ta="center">
          {t('preview.title')}
        </Title>
        <TemplatePreview content={toContent(draft)} icon={draft.icon} language={language} />
      </aside>
    </div>
  );
};

/** What is wrong in words, by question: first what can be seen here, then what the server found. */
const useProblems = ({ draft, isChecked, error }: TemplateDraft): ReadonlyMap<string, string> => {
  const { t } = useTranslation('templates');
  const { field } = useProblemText();
  const here = isChecked ? [...problemsOf(draft)].map(([at, problem]) => [at, t(`problem.${problem}`)] as const) : [];
  const refused = refusedParts(error, draft, (code) => field({ pointer: '', code }));
  return new Map([...refused, ...here]);
};
