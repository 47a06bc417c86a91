import { Button, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  hasOptions,
  MOST_QUESTIONS,
  newId,
  QUESTION_TYPES,
  type DraftQuestion,
  type Language,
  type QuestionType,
} from '../draft';
import { moved } from '../draft-rules';
import classes from './editor.module.css';
import { QuestionCard } from './question-card';

interface QuestionListProps {
  questions: readonly DraftQuestion[];
  onChange: (questions: readonly DraftQuestion[]) => void;
  language: Language;
  problems: ReadonlyMap<string, string>;
}

const newQuestion = (type: QuestionType): DraftQuestion => ({
  id: newId(),
  type,
  required: false,
  labels: {},
  help: {},
  unit: '',
  options: hasOptions(type) ? [newId(), newId()].map((id) => ({ id, labels: {} })) : [],
  shownWhen: null,
});

export const QuestionList = ({ questions, onChange, language, problems }: QuestionListProps) => {
  const { t } = useTranslation('templates');
  const [added, setAdded] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const list = useRef<HTMLOListElement>(null);
  // Whoever adds a question wants to write it.
  useEffect(() => {
    if (added) list.current?.querySelector<HTMLInputElement>(`[data-question="${added}"] input`)?.focus();
  }, [added]);
  const add = (type: QuestionType): void => {
    const question = newQuestion(type);
    onChange([...questions, question]);
    setAdded(question.id);
  };
  const move = (at: number, by: -1 | 1): void => {
    onChange(moved(questions, at, by));
    setTold(t('questions.moved', { from: at + 1, to: at + 1 + by }));
  };
  return (
    <>
      <ol ref={list} className={classes.questions}>
        {questions.map((question, at) => (
          <li
            key={question.id}
            className={classes.question}
            data-question={question.id}
            data-wrong={problems.has(question.id) || undefined}
          >
            <QuestionCard
              question={question}
              place={{ at, of: questions.length }}
              questions={questions}
              language={language}
              problem={problems.get(question.id) ?? null}
              onChange={(next) => onChange(questions.toSpliced(at, 1, next))}
              onMove={(by) => move(at, by)}
              onRemove={() => onChange(questions.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ol>
      <VisuallyHidden aria-live="polite">{told}</VisuallyHidden>
      <AddQuestion isFull={questions.length >= MOST_QUESTIONS} onAdd={add} />
    </>
  );
};

const AddQuestion = ({ isFull, onAdd }: { isFull: boolean; onAdd: (type: QuestionType) => void }) => {
  const { t } = useTranslation('templates');
  if (isFull) return <Text c="dimmed">{t('questions.most', { count: MOST_QUESTIONS })}</Text>;
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('questions.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {QUESTION_TYPES.map((type) => (
          <Menu.Item key={type} onClick={() => onAdd(type)}>
            {t(`type.${type}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
