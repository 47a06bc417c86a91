import type { TemplateQuestion } from '@latchkey/api-client';
import { inLanguage, type Answer } from '@latchkey/case-form';
import { useId } from 'react';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import type { Photo } from '../../lib/photo';
import { FieldError, FieldName, TextArea, TextField } from '../../ui/field';
import { PhotoPicker } from '../../ui/photo-picker';

interface QuestionFieldProps {
  question: TemplateQuestion;
  answer: Answer | undefined;
  photos: readonly Photo[];
  /** Of the other photos of this report. */
  elsewhere: number;
  error: string | null;
  onAnswer: (answer: Answer | undefined) => void;
  onPhotos: (photos: readonly Photo[]) => void;
}

/** One question as the control that fits its type. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, answer, photos, elsewhere, error, onAnswer, onPhotos } = props;
  const language = useLanguage();
  const texts = {
    label: inLanguage(question.labels, language) ?? question.key,
    hint: inLanguage(question.help, language),
    error,
    isOptional: !question.required,
  };
  const text = typeof answer === 'string' ? answer : '';
  if (question.type === 'long_text')
    return <TextArea {...texts} value={text} maxLength={5000} onChange={(value) => onAnswer(value || undefined)} />;
  if (question.type === 'number') return <NumberField {...props} texts={texts} />;
  if (question.type === 'text' || question.type === 'date')
    return (
      <TextField
        {...texts}
        type={question.type}
        maxLength={question.type === 'text' ? 500 : undefined}
        value={text}
        onChange={(value) => onAnswer(value || undefined)}
      />
    );
  if (question.type === 'photo')
    return <PhotoPicker {...texts} photos={photos} elsewhere={elsewhere} onChange={onPhotos} />;
  return <Choices {...props} texts={texts} />;
}

interface Texts {
  label: string;
  hint: string | undefined;
  error: string | null;
  isOptional: boolean;
}

function NumberField({ question, answer, onAnswer, texts }: QuestionFieldProps & { texts: Texts }) {
  const unit = question.unit ? ` (${question.unit})` : '';
  return (
    <TextField
      {...texts}
      label={texts.label + unit}
      type="number"
      step="any"
      inputMode="decimal"
      value={typeof answer === 'number' ? String(answer) : ''}
      onChange={(value) => onAnswer(value === '' || Number.isNaN(Number(value)) ? undefined : Number(value))}
    />
  );
}

interface Option {
  value: string | boolean;
  label: string;
}

/** Yes or no, one of, many of: large tiles, each a real radio button or check box. */
function Choices({ question, answer, onAnswer, texts }: QuestionFieldProps & { texts: Texts }) {
  const id = useId();
  const t = useT('visit');
  const language = useLanguage();
  const isMany = question.type === 'many_of';
  const options: Option[] =
    question.type === 'yes_no'
      ? [true, false].map((value) => ({ value, label: t(value ? 'questions.yes' : 'questions.no') }))
      : (question.options ?? []).map(({ key, labels }) => ({ value: key, label: inLanguage(labels, language) ?? key }));
  const chosen = Array.isArray(answer) ? answer : [];
  const toggle = (value: string) =>
    onAnswer(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset aria-describedby={texts.error ? `${id}-error` : undefined} className="flex flex-col gap-2">
      <legend className="mb-1 font-semibold">
        <FieldName label={texts.label} isOptional={texts.isOptional} />
      </legend>
      {texts.hint && <p className="text-[0.9375rem] text-quiet">{texts.hint}</p>}
      {texts.error && <FieldError id={`${id}-error`}>{texts.error}</FieldError>}
      {options.map(({ value, label }) => (
        <label
          key={String(value)}
          className="flex min-h-14 items-center gap-3 rounded-lg border border-field-line bg-surface px-4 py-2 has-checked:border-2 has-checked:border-accent-ink has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)"
        >
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={id}
            className="size-5 shrink-0 accent-(--accent-ink)"
            checked={isMany ? chosen.includes(String(value)) : answer === value}
            onChange={() => (isMany ? toggle(String(value)) : onAnswer(value))}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
