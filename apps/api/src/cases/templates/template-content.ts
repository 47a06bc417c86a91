import { z } from 'zod';
import { LANGUAGES, text } from '../../http/schemas.js';

export const MOST_QUESTIONS = 30;
export const MOST_OPTIONS = 20;

export const QUESTION_TYPES = ['text', 'long_text', 'number', 'yes_no', 'one_of', 'many_of', 'date', 'photo'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Pictures that the apps know. */
export const TEMPLATE_ICONS = [
  'problem',
  'robot',
  'motion',
  'battery',
  'noise',
  'leak',
  'display',
  'network',
  'damage',
  'temperature',
  'tools',
  'delivery',
  'order',
  'question',
] as const;

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** One text in each language there is; shown in the reader's language, else the first there is in the order en, de, sv. */
const inLanguages = (max: number) =>
  z
    .partialRecord(z.enum(LANGUAGES), text(max))
    .refine((texts) => Object.keys(texts).length > 0, { message: 'In one language at least' });

export const TemplateOption = z.strictObject({ key, labels: inLanguages(100) }).meta({ id: 'TemplateOption' });

/** `shownWhen`: asked only while that earlier question is shown and its answer is this one (yes or no, or the key of an option). */
export const TemplateQuestion = z
  .strictObject({
    key,
    type: z.enum(QUESTION_TYPES),
    required: z.boolean(),
    labels: inLanguages(200),
    help: inLanguages(300).optional(),
    /** Of a number, such as "°C". */
    unit: text(20).optional(),
    options: z.array(TemplateOption).min(1).max(MOST_OPTIONS).optional(),
    shownWhen: z.strictObject({ question: key, equals: z.union([z.boolean(), key]) }).optional(),
  })
  .meta({ id: 'TemplateQuestion' });
export type TemplateQuestion = z.infer<typeof TemplateQuestion>;

const nameAndDescription = z.strictObject({ name: text(80), description: text(300).optional() });

/** What a template says and asks, in each language. */
export const TemplateContent = z
  .strictObject({
    texts: z.partialRecord(z.enum(LANGUAGES), nameAndDescription),
    questions: z.array(TemplateQuestion).max(MOST_QUESTIONS),
  })
  .meta({ id: 'TemplateContent' });
export type TemplateContent = z.infer<typeof TemplateContent>;

/** Answers by the question's key: text, number, yes or no, the key of an option, keys of options, a date as YYYY-MM-DD, or uploaded files. */
export const Answers = z
  .record(
    key,
    z.union([
      z.string().max(5_000),
      z.number(),
      z.boolean(),
      z.array(key).max(MOST_OPTIONS),
      z.strictObject({ files: z.array(z.uuid()).max(5) }),
    ]),
  )
  .refine((answers) => Object.keys(answers).length <= MOST_QUESTIONS, { message: 'More answers than questions' })
  .meta({ id: 'Answers' });
export type Answers = z.infer<typeof Answers>;

/** The value in the wanted language, else the first there is. */
export function inLanguage<T>(texts: Partial<Record<(typeof LANGUAGES)[number], T>>, wanted: string): T | undefined {
  const exact = LANGUAGES.find((language) => language === wanted.split('-')[0]);
  return (exact && texts[exact]) ?? LANGUAGES.map((language) => texts[language]).find((value) => value !== undefined);
}
