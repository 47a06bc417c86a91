import { inLanguage, missingAnswers, shownQuestions } from '@latchkey/case-form';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import type { Template } from '../visit.api';
import { QuestionField } from './question-field';
import { StepFrame, type StepProps } from './step-frame';

/** So many questions stand on one screen. */
const GROUP = 4;

/** The questions of the template, a group at a time; an answer may bring further ones. */
export function QuestionsStep({
  draft,
  change,
  template,
  visit,
  back,
  next,
  progress,
}: StepProps & { template: Template }) {
  const t = useT('visit');
  const language = useLanguage();
  const [group, setGroup] = useState(0);
  const [isChecked, setIsChecked] = useState(false);
  const shown = shownQuestions(template.content, draft.answers);
  const asked = shown.slice(group * GROUP, (group + 1) * GROUP);
  const missing = isChecked ? missingAnswers(asked, draft.answers, draft.answerPhotos) : [];
  const goOn = () => {
    const isWhole = missingAnswers(asked, draft.answers, draft.answerPhotos).length === 0;
    setIsChecked(!isWhole);
    if (!isWhole) return;
    if (shown.length > (group + 1) * GROUP) setGroup(group + 1);
    else next();
  };
  return (
    <StepFrame
      title={inLanguage(template.content.texts, language)?.name ?? ''}
      progress={progress}
      back={group > 0 ? () => setGroup(group - 1) : back}
      go={{ label: t('report.next'), onGo: goOn }}
    >
      {asked.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          answer={draft.answers[question.key]}
          photos={draft.answerPhotos[question.key] ?? []}
          takesPhotos={visit.takesPhotos}
          error={missing.includes(question.key) ? t('questions.missing') : null}
          onAnswer={(answer) => {
            const { [question.key]: _, ...others } = draft.answers;
            change({ ...draft, answers: answer === undefined ? others : { ...others, [question.key]: answer } });
          }}
          onPhotos={(photos) => change({ ...draft, answerPhotos: { ...draft.answerPhotos, [question.key]: photos } })}
        />
      ))}
    </StepFrame>
  );
}
