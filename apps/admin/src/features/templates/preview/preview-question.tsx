import type { TemplateQuestion } from '@latchkey/api-client';
import { inLanguage, type Answer } from '@latchkey/case-form';
import { IconAlertCircle, IconCamera } from '@tabler/icons-react';
import { useId } from 'react';
import type { Language } from '../draft';
import classes from '../../../ui/phone-screen.module.css';
import type { VisitorWords } from './use-visitor-words';

interface PreviewQuestionProps {
  question: TemplateQuestion;
  answer: Answer | undefined;
  words: VisitorWords;
  language: Language;
  isMissing: boolean;
  onAnswer: (answer: Answer | undefined) => void;
}

/** One question as the visit draws it. */
export const PreviewQuestion = (props: PreviewQuestionProps) => {
  const { question, words, language, isMissing } = props;
  const id = useId();
  const unit = question.type === 'number' && question.unit ? ` (${question.unit})` : '';
  const help = inLanguage(question.help, language);
  return (
    <fieldset className={classes.question} aria-labelledby={id}>
      <span id={id} className={classes.label}>
        {inLanguage(question.labels, language) ?? '…'}
        {unit}
        {question.required ? null : <span className={classes.optional}> ({words.optional})</span>}
      </span>
      {help ? <span className={classes.small}>{help}</span> : null}
      {isMissing ? (
        <span className={classes.missing}>
          <IconAlertCircle size={18} aria-hidden /> {words.missing}
        </span>
      ) : null}
      <Control {...props} labelId={id} />
    </fieldset>
  );
};

const Control = (props: PreviewQuestionProps & { labelId: string }) => {
  const { question, answer, words, onAnswer, labelId } = props;
  const text = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  if (question.type === 'photo')
    return (
      <span className={classes.tile}>
        <IconCamera size={22} aria-hidden /> {words.addPhoto}
      </span>
    );
  if (question.type === 'long_text')
    return (
      <textarea
        className={classes.input}
        aria-labelledby={labelId}
        rows={3}
        value={text}
        onChange={(event) => onAnswer(event.currentTarget.value || undefined)}
      />
    );
  if (question.type === 'text' || question.type === 'number' || question.type === 'date')
    return (
      <input
        className={classes.input}
        aria-labelledby={labelId}
        type={question.type}
        value={text}
        onChange={({ currentTarget: { value } }) =>
          onAnswer(value === '' ? undefined : question.type === 'number' ? Number(value) : value)
        }
      />
    );
  return <Choices {...props} />;
};

const Choices = ({ question, answer, words, language, onAnswer }: PreviewQuestionProps) => {
  const name = useId();
  const isMany = question.type === 'many_of';
  const chosen = Array.isArray(answer) ? answer : [];
  const options =
    question.type === 'yes_no'
      ? [true, false].map((value) => ({ value, label: value ? words.yes : words.no }))
      : (question.options ?? []).map(({ key, labels }) => ({ value: key, label: inLanguage(labels, language) ?? '…' }));
  const choose = (value: string | boolean): void => {
    if (!isMany) return onAnswer(value);
    const key = String(value);
    onAnswer(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  };
  return options.map(({ value, label }) => (
    <label key={String(value)} className={classes.choice}>
      <input
        type={isMany ? 'checkbox' : 'radio'}
        name={name}
        checked={isMany ? chosen.includes(String(value)) : answer === value}
        onChange={() => choose(value)}
      />
      {label}
    </label>
  ));
};
