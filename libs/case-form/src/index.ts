export { TEMPLATE_ICON_PATHS } from './icons.js';

export type Answer = string | number | boolean | string[];
export type Answers = Record<string, Answer>;

/** How many photos were taken for each photo question, by its key. */
export type PhotoCounts = Readonly<Record<string, { readonly length: number }>>;

/** What the rules need to know of a question. */
export interface Question {
  key: string;
  type: string;
  required: boolean;
  shownWhen?: { question: string; equals: string | boolean } | undefined;
}

/** The questions to ask, given what was answered so far: a condition counts only while its own question is asked. */
export function shownQuestions<Q extends Question>(
  { questions }: { questions: readonly Q[] },
  answers: Readonly<Answers>,
): Q[] {
  const shown: Q[] = [];
  for (const question of questions) {
    const condition = question.shownWhen;
    const before = condition && shown.find(({ key }) => key === condition.question);
    if (!condition || (before && equals(answers[before.key], condition.equals))) shown.push(question);
  }
  return shown;
}

const equals = (answer: Answer | undefined, wanted: string | boolean): boolean =>
  Array.isArray(answer) ? answer.includes(String(wanted)) : answer === wanted;

/** Only what was asked is sent: an answer whose question has gone stays behind. */
export function answersToSend(content: { questions: readonly Question[] }, answers: Readonly<Answers>): Answers {
  const keys = new Set(shownQuestions(content, answers).map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key, value]) => keys.has(key) && !isEmpty(value)));
}

const isEmpty = (answer: Answer | undefined): boolean =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** Keys of questions that must be answered and are not. */
export function missingAnswers(
  questions: readonly Question[],
  answers: Readonly<Answers>,
  photos: PhotoCounts,
): string[] {
  const isMissing = ({ key, type, required }: Question): boolean =>
    required && (type === 'photo' ? (photos[key]?.length ?? 0) === 0 : isEmpty(answers[key]));
  return questions.filter(isMissing).map(({ key }) => key);
}

const ORDER = ['en', 'de', 'sv'] as const;

/** The text in the reader's language, else the first there is. */
export function inLanguage<T>(texts: Partial<Record<string, T>> | undefined, language: string): T | undefined {
  return texts?.[language] ?? ORDER.map((other) => texts?.[other]).find((text) => text !== undefined);
}
