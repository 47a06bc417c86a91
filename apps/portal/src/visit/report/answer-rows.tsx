import type { TemplateQuestion } from '@latchkey/api-client';
import { inLanguage, shownQuestions, type Answer } from '@latchkey/case-form';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import { formatDay } from '../../lib/format';
import { PhotoPreviews } from '../../ui/photo-previews';
import type { Template } from '../visit.api';
import type { Draft } from './draft';
import { screenOf } from './questions-step';
import { ReviewRow } from './review-row';

interface AnswerRowsProps {
  draft: Draft;
  template: Template;
  /** Back to the screen on which this was asked. */
  onChange: (screen: number) => void;
}

/** The answers in the words of the questions. */
export function AnswerRows({ draft, template, onChange }: AnswerRowsProps) {
  const language = useLanguage();
  const inWords = useAnswersInWords();
  return shownQuestions(template.content, draft.answers).map((question, at) => {
    const answer = draft.answers[question.key];
    const photos = draft.answerPhotos[question.key] ?? [];
    if (answer === undefined && photos.length === 0) return null;
    return (
      <ReviewRow
        key={question.key}
        label={inLanguage(question.labels, language) ?? question.key}
        onChange={() => onChange(screenOf(at))}
      >
        {answer === undefined ? <PhotoPreviews photos={photos} /> : inWords(question, answer)}
      </ReviewRow>
    );
  });
}

function useAnswersInWords() {
  const t = useT('visit');
  const language = useLanguage();
  return ({ type, options, unit }: TemplateQuestion, answer: Answer): string => {
    const ofOption = (key: string) => inLanguage(options?.find((one) => one.key === key)?.labels, language) ?? key;
    if (typeof answer === 'boolean') return t(answer ? 'questions.yes' : 'questions.no');
    if (typeof answer === 'number') return [answer, unit].filter((part) => part !== undefined).join(' ');
    if (type === 'date') return formatDay(String(answer), language);
    return (Array.isArray(answer) ? answer : [answer]).map(ofOption).join(', ');
  };
}
