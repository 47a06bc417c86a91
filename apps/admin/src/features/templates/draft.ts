import type { CaseTemplate, CreateCaseTemplate, TemplateContent, TemplateQuestion } from '@latchkey/api-client';

export const LANGUAGES = ['en', 'de', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Texts = Partial<Record<Language, string>>;

export const QUESTION_TYPES = [
  'text',
  'long_text',
  'number',
  'yes_no',
  'one_of',
  'many_of',
  'date',
  'photo',
] as const satisfies readonly TemplateQuestion['type'][];
export type QuestionType = (typeof QUESTION_TYPES)[number];

export const MOST_QUESTIONS = 30;
export const MOST_OPTIONS = 20;

export interface DraftOption {
  /** Its key; of a new one a name that lasts until it is saved. */
  id: string;
  labels: Texts;
}

export interface DraftQuestion {
  id: string;
  type: QuestionType;
  required: boolean;
  labels: Texts;
  help: Texts;
  unit: string;
  options: readonly DraftOption[];
  shownWhen: { question: string; equals: string | boolean } | null;
}

/** A template as it is being edited. */
export interface Draft {
  name: string;
  icon: CaseTemplate['icon'];
  priority: CaseTemplate['priority'];
  assigneeId: string;
  models: readonly string[];
  names: Texts;
  descriptions: Texts;
  questions: readonly DraftQuestion[];
}

export const EMPTY_DRAFT: Draft = {
  name: '',
  icon: 'problem',
  priority: 'normal',
  assigneeId: '',
  models: [],
  names: {},
  descriptions: {},
  questions: [],
};

export const hasOptions = (type: QuestionType): boolean => type === 'one_of' || type === 'many_of';

const toDraftQuestion = (question: TemplateQuestion): DraftQuestion => ({
  id: question.key,
  type: question.type,
  required: question.required,
  labels: question.labels,
  help: question.help ?? {},
  unit: question.unit ?? '',
  options: (question.options ?? []).map(({ key, labels }) => ({ id: key, labels })),
  shownWhen: question.shownWhen ?? null,
});

export const toDraft = ({ content, ...template }: CaseTemplate): Draft => {
  const texts = Object.entries(content.texts);
  return {
    name: template.name,
    icon: template.icon,
    priority: template.priority,
    assigneeId: template.defaultAssignee?.id ?? '',
    models: template.models,
    names: Object.fromEntries(texts.map(([language, { name }]) => [language, name])),
    descriptions: Object.fromEntries(texts.map(([language, { description }]) => [language, description ?? ''])),
    questions: content.questions.map(toDraftQuestion),
  };
};

const filled = (texts: Texts): Texts =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, texts[language]?.trim() ?? ''] as const).filter(([, text]) => text !== ''),
  );

export const firstText = (texts: Texts): string => Object.values(filled(texts))[0] ?? '';

const NEW = 'new:';
let lastNew = 0;
/** Of a question or an option that was never saved. */
export const newId = (): string => `${NEW}${(lastNew += 1)}`;

/** "Does it move?" is answered under "does_it_move"; integrators read these names. */
const keyFrom = (label: string, taken: ReadonlySet<string>, general: string): string => {
  const plain = label
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 34)
    .replace(/_+$/, '');
  const base = plain === '' ? general : plain;
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}_${count}`;
    if (!taken.has(key)) return key;
  }
};

/** Keys of what was saved stay; new ones get theirs from what they say. */
const keysFor = (parts: readonly { id: string; labels: Texts }[], general: string): ReadonlyMap<string, string> => {
  const taken = new Set(parts.map(({ id }) => id).filter((id) => !id.startsWith(NEW)));
  const keys = new Map<string, string>();
  for (const { id, labels } of parts) {
    const key = id.startsWith(NEW) ? keyFrom(firstText(labels), taken, general) : id;
    taken.add(key);
    keys.set(id, key);
  }
  return keys;
};

export const toContent = (draft: Draft): TemplateContent => {
  const keys = keysFor(draft.questions, 'question');
  const optionKeys = new Map(draft.questions.map(({ id, options }) => [id, keysFor(options, 'option')]));
  const names = filled(draft.names);
  const descriptions = filled(draft.descriptions);
  const conditionOf = ({ shownWhen }: DraftQuestion): Pick<TemplateQuestion, 'shownWhen'> => {
    if (!shownWhen) return {};
    const { question, equals } = shownWhen;
    const answer = typeof equals === 'boolean' ? equals : (optionKeys.get(question)?.get(equals) ?? equals);
    return { shownWhen: { question: keys.get(question) ?? question, equals: answer } };
  };
  return {
    texts: Object.fromEntries(
      Object.entries(names).map(([language, name]) => {
        const description = descriptions[language as Language];
        return [language, { name, ...(description ? { description } : {}) }];
      }),
    ),
    questions: draft.questions.map((question) => ({
      key: keys.get(question.id) ?? question.id,
      type: question.type,
      required: question.required,
      labels: filled(question.labels),
      ...(firstText(question.help) === '' ? {} : { help: filled(question.help) }),
      ...(question.type === 'number' && question.unit.trim() !== '' ? { unit: question.unit.trim() } : {}),
      ...(hasOptions(question.type)
        ? {
            options: question.options.map(({ id, labels }) => ({
              key: optionKeys.get(question.id)?.get(id) ?? id,
              labels: filled(labels),
            })),
          }
        : {}),
      ...conditionOf(question),
    })),
  };
};

/** Nobody names it twice: without a name of its own it is called in lists what visitors read. */
export const toBody = (draft: Draft): CreateCaseTemplate => ({
  name: draft.name.trim() || firstText(draft.names),
  icon: draft.icon,
  priority: draft.priority,
  defaultAssigneeId: draft.assigneeId || null,
  models: [...draft.models],
  content: toContent(draft),
});
