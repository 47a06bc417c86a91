import { ActionIcon, Checkbox, Group, NativeSelect, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  firstText,
  hasOptions,
  newId,
  QUESTION_TYPES,
  type DraftQuestion,
  type Language,
  type QuestionType,
} from '../draft';
import { ConditionSelect } from './condition-select';
import classes from './editor.module.css';
import { OptionList } from './option-list';

interface QuestionCardProps {
  question: DraftQuestion;
  place: { at: number; of: number };
  questions: readonly DraftQuestion[];
  language: Language;
  problem: string | null;
  onChange: (question: DraftQuestion) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

export const QuestionCard = (props: QuestionCardProps) => {
  const { question, questions, language, problem, onChange } = props;
  const { t } = useTranslation('templates');
  const change = (part: Partial<DraftQuestion>): void => onChange({ ...question, ...part });
  const retype = (type: QuestionType): void => {
    const needsOptions = hasOptions(type) && question.options.length === 0;
    change({ type, ...(needsOptions ? { options: [{ id: newId(), labels: {} }] } : {}) });
  };
  return (
    <Stack gap="sm">
      <Head {...props} />
      <TextInput
        label={t('question.label')}
        required
        maxLength={200}
        value={question.labels[language] ?? ''}
        placeholder={firstText(question.labels)}
        error={problem}
        onChange={(event) => change({ labels: { ...question.labels, [language]: event.currentTarget.value } })}
      />
      <Group grow align="flex-start">
        <NativeSelect
          label={t('question.type')}
          value={question.type}
          onChange={({ currentTarget: { value } }) => retype(QUESTION_TYPES.find((one) => one === value) ?? 'text')}
          data={QUESTION_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
        />
        {question.type === 'number' ? (
          <TextInput
            label={t('question.unit')}
            placeholder="°C"
            maxLength={20}
            value={question.unit}
            onChange={(event) => change({ unit: event.currentTarget.value })}
          />
        ) : null}
      </Group>
      {hasOptions(question.type) ? (
        <OptionList options={question.options} language={language} onChange={(options) => change({ options })} />
      ) : null}
      <TextInput
        label={t('question.help')}
        maxLength={300}
        value={question.help[language] ?? ''}
        placeholder={firstText(question.help)}
        onChange={(event) => change({ help: { ...question.help, [language]: event.currentTarget.value } })}
      />
      <ConditionSelect
        question={question}
        questions={questions}
        language={language}
        onChange={(shownWhen) => change({ shownWhen })}
      />
      <Checkbox
        label={t('question.required')}
        checked={question.required}
        onChange={(event) => change({ required: event.currentTarget.checked })}
      />
    </Stack>
  );
};

/** Which one it is, and the buttons that move it. */
const Head = ({ question, place: { at, of }, language, onMove, onRemove }: QuestionCardProps) => {
  const { t } = useTranslation('templates');
  const name = question.labels[language] ?? firstText(question.labels);
  const number = at + 1;
  return (
    <div className={classes.questionHead}>
      <Text fw={600}>{t('question.number', { number })}</Text>
      <Group gap={4} wrap="nowrap">
        <HeadButton label={t('question.up', { number, name })} isOff={at === 0} onClick={() => onMove(-1)}>
          <IconArrowUp size={16} aria-hidden />
        </HeadButton>
        <HeadButton label={t('question.down', { number, name })} isOff={at === of - 1} onClick={() => onMove(1)}>
          <IconArrowDown size={16} aria-hidden />
        </HeadButton>
        <HeadButton label={t('question.remove', { number, name })} isOff={false} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </HeadButton>
      </Group>
    </div>
  );
};

interface HeadButtonProps {
  label: string;
  isOff: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** At the end of the list a button goes quiet but keeps the focus: the same key moves on. */
const HeadButton = ({ label, isOff, onClick, children }: HeadButtonProps) => (
  <Tooltip label={label}>
    <ActionIcon
      variant="default"
      size={36}
      aria-label={label}
      aria-disabled={isOff}
      data-disabled={isOff || undefined}
      onClick={() => (isOff ? undefined : onClick())}
    >
      {children}
    </ActionIcon>
  </Tooltip>
);
