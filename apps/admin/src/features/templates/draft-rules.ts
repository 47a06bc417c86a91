import { toProblem } from '../../lib/problem';
import { firstText, hasOptions, type Draft, type DraftQuestion, type Texts } from './draft';

export interface Condition {
  question: string;
  equals: string | boolean;
  /** What the earlier question asks, and its answer: "yes", "no", or what the option says. */
  asks: Texts;
  answer: 'yes' | 'no' | Texts;
}

/** What this question can wait for: an answer to a question before it that is chosen, not typed. */
export const possibleConditions = (questions: readonly DraftQuestion[], id: string): Condition[] =>
  questions
    .slice(
      0,
      questions.findIndex((question) => question.id === id),
    )
    .flatMap(({ id: question, type, labels: asks, options }): Condition[] => {
      if (type === 'yes_no')
        return [true, false].map((equals) => ({ question, equals, asks, answer: equals ? 'yes' : 'no' }));
      if (!hasOptions(type)) return [];
      return options.map((option) => ({ question, equals: option.id, asks, answer: option.labels }));
    });

export type DraftProblem = 'no_name' | 'no_label' | 'no_options' | 'empty_option' | 'condition';

const problemOf = (question: DraftQuestion, questions: readonly DraftQuestion[]): DraftProblem | null => {
  if (firstText(question.labels) === '') return 'no_label';
  if (hasOptions(question.type)) {
    if (question.options.length === 0) return 'no_options';
    if (question.options.some(({ labels }) => firstText(labels) === '')) return 'empty_option';
  }
  const { shownWhen } = question;
  const fits = possibleConditions(questions, question.id).some(
    (one) => one.question === shownWhen?.question && one.equals === shownWhen.equals,
  );
  return shownWhen && !fits ? 'condition' : null;
};

/** What is not right yet: by the question's id, or under "name". */
export const problemsOf = (draft: Draft): ReadonlyMap<string, DraftProblem> => {
  const found = new Map<string, DraftProblem>();
  if (firstText(draft.names) === '') found.set('name', 'no_name');
  for (const question of draft.questions) {
    const problem = problemOf(question, draft.questions);
    if (problem) found.set(question.id, problem);
  }
  return found;
};

/** What the server refused, at the questions it means; what belongs to none stands under "". */
export const refusedParts = (error: unknown, draft: Draft, say: (code: string) => string): Map<string, string> => {
  const parts = new Map<string, string>();
  for (const problem of toProblem(error).errors) {
    const at = /^\/content\/questions\/(\d+)/.exec(problem.pointer)?.[1];
    const id = at === undefined ? '' : (draft.questions[Number(at)]?.id ?? '');
    parts.set(id, say(problem.code ?? ''));
  }
  return parts;
};

export const moved = <Item>(items: readonly Item[], from: number, by: -1 | 1): readonly Item[] => {
  const to = from + by;
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
};
