import type { TemplateContent, TemplateQuestion } from './template-content.js';

interface ContentProblem {
  path: (string | number)[];
  message: string;
}

const CHOICES = ['one_of', 'many_of'];

/** What the shape alone cannot say: keys are there once, choices have options, and a condition names an earlier question that can have that answer. */
export function checkContent({ texts, questions }: TemplateContent): ContentProblem[] {
  const problems: ContentProblem[] = [];
  if (Object.keys(texts).length === 0) problems.push({ path: ['texts'], message: 'In one language at least' });
  questions.forEach((question, index) => {
    const earlier = questions.slice(0, index);
    for (const [part, message] of problemsOf(question, earlier))
      problems.push({ path: ['questions', index, part], message });
  });
  return problems;
}

function problemsOf(question: TemplateQuestion, earlier: TemplateQuestion[]): [string, string][] {
  const { key, type, options, unit, shownWhen } = question;
  const keys = options?.map((option) => option.key) ?? [];
  const found: [string, string | false][] = [
    ['key', earlier.some((other) => other.key === key) && 'Used by an earlier question'],
    ['options', CHOICES.includes(type) !== (options !== undefined) && 'Options belong to questions with a choice'],
    ['options', new Set(keys).size !== keys.length && 'The same key twice'],
    ['unit', unit !== undefined && type !== 'number' && 'Only a number has a unit'],
    ['shownWhen', shownWhen !== undefined && !canBe(earlier, shownWhen) && 'Not an answer to an earlier question'],
  ];
  return found.filter((problem): problem is [string, string] => problem[1] !== false);
}

function canBe(earlier: TemplateQuestion[], { question, equals }: NonNullable<TemplateQuestion['shownWhen']>): boolean {
  const asked = earlier.find((other) => other.key === question);
  if (asked?.type === 'yes_no') return typeof equals === 'boolean';
  return CHOICES.includes(asked?.type ?? '') && (asked?.options?.some((option) => option.key === equals) ?? false);
}
