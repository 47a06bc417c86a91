import type { CaseFileDto } from '../files/case-file.dto.js';
import { languageOf } from '../notices/cases.messages.js';
import {
  type Answers,
  inLanguage,
  type TemplateContent,
  type TemplateQuestion,
} from '../templates/template-content.js';
import type { CaseAnswer } from './case-answer.dto.js';
import { type Answer, filesIn, shownQuestions } from './case-form.js';

const YES_NO = { en: ['yes', 'no'], de: ['ja', 'nein'], sv: ['ja', 'nej'] } as const;

function inWords(question: TemplateQuestion, value: Answer, language: string): string {
  if (typeof value === 'boolean') return YES_NO[languageOf(language)][value ? 0 : 1];
  if (typeof value === 'number') return question.unit ? `${value} ${question.unit}` : String(value);
  if (typeof value === 'object' && !Array.isArray(value)) return '';
  if (!question.options) return String(value);
  const chosen = question.options.filter(({ key }) => (Array.isArray(value) ? value.includes(key) : key === value));
  return chosen.map(({ key, labels }) => inLanguage(labels, language) ?? key).join(', ');
}

/** The answered questions of a case as they were asked: from the version that the case keeps. */
export function answersInWords(
  { content, answers, files }: { content: TemplateContent; answers: Answers; files: CaseFileDto[] },
  language: string,
): CaseAnswer[] {
  return shownQuestions(content.questions, answers).flatMap((question) => {
    const value = answers[question.key];
    if (value === undefined) return [];
    const ids = filesIn({ [question.key]: value });
    return {
      key: question.key,
      type: question.type,
      label: inLanguage(question.labels, language) ?? question.key,
      text: inWords(question, value, language),
      files: files.filter(({ id }) => ids.includes(id)),
    };
  });
}
