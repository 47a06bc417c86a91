import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { firstText, type DraftQuestion, type Language, type Texts } from '../draft';
import { possibleConditions, type Condition } from '../draft-rules';

interface ConditionSelectProps {
  question: DraftQuestion;
  questions: readonly DraftQuestion[];
  language: Language;
  onChange: (condition: DraftQuestion['shownWhen']) => void;
}

const GONE = 'gone';

/** Only what can happen is offered: answers of earlier questions that are chosen, not typed. */
export const ConditionSelect = ({ question, questions, language, onChange }: ConditionSelectProps) => {
  const { t } = useTranslation('templates');
  const possible = possibleConditions(questions, question.id);
  const { shownWhen } = question;
  if (possible.length === 0 && !shownWhen) return null;
  const say = (texts: Texts): string => texts[language]?.trim() || firstText(texts) || '…';
  const words = ({ asks, answer }: Condition): string =>
    t('condition.when', { question: say(asks), answer: typeof answer === 'string' ? t(answer) : say(answer) });
  const chosen = possible.findIndex((one) => one.question === shownWhen?.question && one.equals === shownWhen.equals);
  const isGone = shownWhen !== null && chosen < 0;
  return (
    <NativeSelect
      label={t('condition.label')}
      value={shownWhen === null ? '' : isGone ? GONE : String(chosen)}
      onChange={({ currentTarget: { value } }) => {
        const one = possible[Number(value)];
        onChange(value !== '' && one ? { question: one.question, equals: one.equals } : null);
      }}
      data={[
        { value: '', label: t('condition.always') },
        ...(isGone ? [{ value: GONE, label: t('condition.gone') }] : []),
        ...possible.map((one, at) => ({ value: String(at), label: words(one) })),
      ]}
    />
  );
};
