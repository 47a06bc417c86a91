import type { CaseTemplate, CaseTemplateRow, OpenCase, TemplateQuestion } from '@latchkey/api-client';
import { answersToSend, missingAnswers, shownQuestions, type Answer, type Answers } from '@latchkey/case-form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { templateChoiceOptions, templateOptions } from '../cases.api';

export interface ReportForm {
  choices: readonly CaseTemplateRow[];
  templateId: string;
  choose: (templateId: string) => void;
  template: CaseTemplate | undefined;
  isLoading: boolean;
  questions: readonly TemplateQuestion[];
  answers: Answers;
  answer: (key: string, answer: Answer | undefined) => void;
  photos: Readonly<Record<string, readonly string[]>>;
  putPhotos: (key: string, ids: readonly string[]) => void;
  /** Keys of questions that must be answered and are not. */
  missing: readonly string[];
  /** What goes along with the new case. */
  toSend: () => Pick<OpenCase, 'templateVersionId' | 'answers'>;
}

/** The same form that visitors fill in, for somebody on the phone (S1.9). */
export const useReportForm = (model: string | null): ReportForm => {
  const [templateId, setTemplateId] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const [photos, setPhotos] = useState<Record<string, readonly string[]>>({});
  const choices = useQuery(templateChoiceOptions(model)).data ?? [];
  const found = useQuery({ ...templateOptions(templateId), enabled: templateId !== '' });
  const template = templateId === '' ? undefined : found.data;
  const questions = template ? shownQuestions(template.content, answers) : [];
  const toSend = (): Pick<OpenCase, 'templateVersionId' | 'answers'> => {
    if (!template) return {};
    const shown = questions.flatMap(({ key, type }) => (type === 'photo' ? [[key, photos[key] ?? []] as const] : []));
    const files = shown
      .filter(([, ids]) => ids.length > 0)
      .map(([key, ids]): [string, { files: string[] }] => [key, { files: [...ids] }]);
    return {
      templateVersionId: template.versionId,
      answers: { ...answersToSend(template.content, answers), ...Object.fromEntries(files) },
    };
  };
  return {
    choices,
    templateId,
    choose: (id) => {
      setTemplateId(id);
      setAnswers({});
      setPhotos({});
    },
    template,
    isLoading: found.isLoading,
    questions,
    answers,
    answer: (key, value) =>
      setAnswers(({ [key]: _, ...others }) => (value === undefined ? others : { ...others, [key]: value })),
    photos,
    putPhotos: (key, ids) => setPhotos((before) => ({ ...before, [key]: ids })),
    missing: missingAnswers(questions, answers, photos),
    toSend,
  };
};
