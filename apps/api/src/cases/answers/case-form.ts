import type { Answers, QuestionType, TemplateQuestion } from '../templates/template-content.js';

export type Answer = Answers[string];

export interface AnswerProblem {
  /** The question's key. */
  key: string;
  problem: 'unknown' | 'required' | 'does_not_fit';
}

const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;

const isOption = (question: TemplateQuestion, value: unknown): boolean =>
  question.options?.some((option) => option.key === value) ?? false;

const FITS: Record<QuestionType, (value: unknown, question: TemplateQuestion) => boolean> = {
  text: (value) => typeof value === 'string' && value.length <= 500,
  long_text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e12,
  yes_no: (value) => typeof value === 'boolean',
  one_of: (value, question) => isOption(question, value),
  many_of: (value, question) =>
    Array.isArray(value) && new Set(value).size === value.length && value.every((one) => isOption(question, one)),
  date: (value) => typeof value === 'string' && isDate(value),
  photo: (value) => typeof value === 'object' && value !== null && 'files' in value,
};

/** Nothing typed, nothing chosen, no photo: the same as no answer. */
function isEmpty(value: Answer | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value.files.length === 0;
}

const has = (value: Answer | undefined, wanted: string | boolean): boolean =>
  Array.isArray(value) ? value.includes(String(wanted)) : value === wanted;

/** The questions that these answers bring up, in order. A question depends on an earlier one only, so that one look at each is enough. */
export function shownQuestions(questions: TemplateQuestion[], answers: Answers): TemplateQuestion[] {
  const shown: TemplateQuestion[] = [];
  for (const question of questions) {
    const { shownWhen } = question;
    const isAsked = !shownWhen || shown.some(({ key }) => key === shownWhen.question);
    if (isAsked && (!shownWhen || has(answers[shownWhen.question], shownWhen.equals))) shown.push(question);
  }
  return shown;
}

/** Keeps the answers to shown questions; what was answered before a question went away is dropped. Problems are named by question. */
export function fitAnswers(
  questions: TemplateQuestion[],
  answers: Answers,
): { answers: Answers; problems: AnswerProblem[] } {
  const unknown = Object.keys(answers).filter((key) => !questions.some((question) => question.key === key));
  const problems: AnswerProblem[] = unknown.map((key) => ({ key, problem: 'unknown' }));
  const kept: Answers = {};
  for (const question of shownQuestions(questions, answers)) {
    const { key, type, required } = question;
    const value = answers[key];
    if (value === undefined || isEmpty(value)) {
      if (required) problems.push({ key, problem: 'required' });
    } else if (FITS[type](value, question)) kept[key] = value;
    else problems.push({ key, problem: 'does_not_fit' });
  }
  return { answers: kept, problems };
}

/** Every uploaded file that an answer names. */
export const filesIn = (answers: Answers): string[] =>
  Object.values(answers).flatMap((value) => (typeof value === 'object' && !Array.isArray(value) ? value.files : []));
