import { inLanguage, missingAnswers, shownQuestions } from '@latchkey/case-form';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import type { Template } from '../visit.api';
import { photosOf } from './draft';
import { QuestionField } from './question-field';
import { StepFrame, type StepProps } from './step-frame';

/** So many questions stand on one screen. */
const GROUP = 4;
export const screenOf = (at: number): number => Math.floor(at / GROUP);

interface QuestionsStepProps extends StepProps {
  template: Template;
  screen: number;
  onScreen: (screen: number) => void;
}

/** The questions of the template, a group at a time; an answer may bring further ones. */
export function QuestionsStep({ draft, change, template, back, next, progress, screen, onScreen }: QuestionsStepProps) {
  const t = useT('visit');
  const language = useLanguage();
  const [isChecked, setIsChecked] = useState(false);
  const shown = shownQuestions(template.content, draft.answers);
  const asked = shown.slice(screen * GROUP, (screen + 1) * GROUP);
  const missing = isChecked ? missingAnswers(asked, draft.answers, draft.answerPhotos) : [];
  const goOn = () => {
    const isWhole = missingAnswers(asked, draft.answers, draft.answerPhotos).length === 0;
    setIsChecked(!isWhole);
    if (!isWhole) return;
    if (shown.length > (screen + 1) * GROUP) onScreen(screen + 1);
    else next();
  };
  return (
    <StepFrame
      title={inLanguage(template.content.texts, language)?.name ?? ''}
      progress={progress}
      back={back}
      go={{ label: t('report.next'), onGo: goOn }}
    >
      {asked.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          answer={draft.answers[question.key]}
          photos={draft.answerPhotos[question.key] ?? []}
          elsewhere={photosOf(template, draft).length - (draft.answerPhotos[question.key]?.length ?? 0)}
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
