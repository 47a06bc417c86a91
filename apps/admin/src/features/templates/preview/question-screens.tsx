import type { TemplateContent } from '@latchkey/api-client';
import { inLanguage, missingAnswers, shownQuestions, type Answer, type Answers } from '@latchkey/case-form';
import { useState } from 'react';
import type { Language } from '../draft';
import { PreviewQuestion } from './preview-question';
import classes from '../../../ui/phone-screen.module.css';
import type { VisitorWords } from './use-visitor-words';

/** So many questions stand on one screen of the visit. */
const GROUP = 4;

interface QuestionScreensProps {
  content: TemplateContent;
  words: VisitorWords;
  language: Language;
  answers: Answers;
  onAnswers: (answers: Answers) => void;
  onLeave: () => void;
}

export const QuestionScreens = ({ content, words, language, answers, onAnswers, onLeave }: QuestionScreensProps) => {
  const [wanted, setGroup] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const shown = shownQuestions(content, answers);
  // Questions go away while somebody edits: the last screen there is, then.
  const group = Math.min(wanted, Math.floor(Math.max(shown.length - 1, 0) / GROUP));
  const asked = shown.slice(group * GROUP, (group + 1) * GROUP);
  const missing = isChecked ? missingAnswers(asked, answers, {}).filter((key) => !isPhoto(content, key)) : [];
  const goOn = (): void => {
    const isWhole = missingAnswers(asked, answers, {}).every((key) => isPhoto(content, key));
    setChecked(!isWhole);
    if (!isWhole) return;
    if (shown.length > (group + 1) * GROUP) setGroup(group + 1);
    else onLeave();
  };
  const answer = (key: string, value: Answer | undefined): void => {
    const { [key]: _, ...others } = answers;
    onAnswers(value === undefined ? others : { ...others, [key]: value });
  };
  return (
    <div className={classes.screen}>
      <p className={classes.title}>{inLanguage(content.texts, language)?.name ?? '…'}</p>
      {asked.map((question) => (
        <PreviewQuestion
          key={question.key}
          question={question}
          answer={answers[question.key]}
          words={words}
          language={language}
          isMissing={missing.includes(question.key)}
          onAnswer={(value) => answer(question.key, value)}
        />
      ))}
      <div className={classes.foot}>
        <button
          type="button"
          className={classes.secondary}
          onClick={() => (group > 0 ? setGroup(group - 1) : onLeave())}
        >
          {words.back}
        </button>
        <button type="button" className={classes.primary} onClick={goOn}>
          {words.next}
        </button>
      </div>
    </div>
  );
};

/** A preview takes no photos. */
const isPhoto = ({ questions }: TemplateContent, key: string): boolean =>
  questions.some((question) => question.key === key && question.type === 'photo');
