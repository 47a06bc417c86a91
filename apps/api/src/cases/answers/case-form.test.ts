import { describe, expect, it } from 'vitest';
import { checkContent } from '../templates/content-rules.js';
import type { Answers, TemplateQuestion } from '../templates/template-content.js';
import { answersInWords } from './answers-in-words.js';
import { fitAnswers, shownQuestions } from './case-form.js';

const q = (key: string, more: Partial<TemplateQuestion> = {}): TemplateQuestion => ({
  key,
  type: 'text',
  required: false,
  labels: { en: `Label of ${key}` },
  ...more,
});
const option = (key: string) => ({ key, labels: { en: `The ${key}`, de: `Das ${key}` } });

const CHAIN = [
  q('moves', { type: 'yes_no', required: true }),
  q('lamp', {
    type: 'one_of',
    options: [option('red'), option('green')],
    shownWhen: { question: 'moves', equals: false },
  }),
  q('code', { type: 'number', unit: 'E', required: true, shownWhen: { question: 'lamp', equals: 'red' } }),
];
const fit = (questions: TemplateQuestion[], answers: Answers) => fitAnswers(questions, answers);
const problems = (questions: TemplateQuestion[], answers: Answers) =>
  fit(questions, answers).problems.map(({ key, problem }) => `${key} ${problem}`);

describe('which questions are asked (S1.10)', () => {
  it.each([
    [{}, ['moves']],
    [{ moves: true }, ['moves']],
    [{ moves: false }, ['moves', 'lamp']],
    [{ moves: false, lamp: 'green' }, ['moves', 'lamp']],
    [{ moves: false, lamp: 'red' }, ['moves', 'lamp', 'code']],
    [{ moves: true, lamp: 'red' }, ['moves']],
  ] as [Answers, string[]][])('%j brings up %j', (answers, keys) => {
    expect(shownQuestions(CHAIN, answers).map(({ key }) => key)).toEqual(keys);
  });

  it('finds the wanted one among many', () => {
    const questions = [
      q('seen', { type: 'many_of', options: [option('oil'), option('smoke')] }),
      q('where', { shownWhen: { question: 'seen', equals: 'oil' } }),
    ];
    expect(shownQuestions(questions, { seen: ['smoke', 'oil'] })).toHaveLength(2);
    expect(shownQuestions(questions, { seen: ['smoke'] })).toHaveLength(1);
  });
});

describe('whether answers fit (S1.10)', () => {
  it('asks for what is required only while it is shown', () => {
    expect(problems(CHAIN, {})).toEqual(['moves required']);
    expect(problems(CHAIN, { moves: true })).toEqual([]);
    expect(problems(CHAIN, { moves: false, lamp: 'red' })).toEqual(['code required']);
    expect(problems(CHAIN, { moves: false, lamp: 'red', code: 0 })).toEqual([]);
  });

  it('drops answers to questions that went away, and refuses unknown ones', () => {
    expect(fit(CHAIN, { moves: true, lamp: 'red', code: 7 }).answers).toEqual({ moves: true });
    expect(problems(CHAIN, { moves: true, customer_id: 'x' })).toEqual(['customer_id unknown']);
    expect(problems(CHAIN, { moves: true, constructor: 'x' })).toEqual(['constructor unknown']);
  });

  it.each([
    ['text', {}, 'x'.repeat(501), 'fine'],
    ['text', {}, 7, 'fine'],
    ['number', {}, '7', 7.5],
    ['number', {}, 1e13, -3],
    ['yes_no', {}, 'yes', false],
    ['one_of', { options: [option('a')] }, 'b', 'a'],
    ['one_of', { options: [option('a')] }, ['a'], 'a'],
    ['many_of', { options: [option('a'), option('b')] }, ['a', 'a'], ['b', 'a']],
    ['many_of', { options: [option('a')] }, 'a', ['a']],
    ['date', {}, '2026-02-30', '2026-02-28'],
    ['date', {}, '28.2.2026', '2024-02-29'],
    ['photo', {}, 'x', { files: ['018f3b1e-0000-7000-8000-000000000001'] }],
  ] as [TemplateQuestion['type'], Partial<TemplateQuestion>, never, never][])(
    '%s %j: not %j, but %j',
    (...[type, more, wrong, right]) => {
      expect(problems([q('it', { type, ...more })], { it: wrong })).toEqual(['it does_not_fit']);
      expect(problems([q('it', { type, ...more })], { it: right })).toEqual([]);
    },
  );

  it.each([['  '], [[]], [{ files: [] }]] as unknown as [never][])('takes %j for no answer', (value) => {
    const questions = [q('it', { required: true, type: Array.isArray(value) ? 'many_of' : 'text' })];
    expect(problems(questions, { it: value })).toEqual(['it required']);
  });
});

describe('the content of a template (S1.10)', () => {
  const wrong = (questions: TemplateQuestion[]) =>
    checkContent({ texts: { en: { name: 'x' } }, questions }).map(({ path }) => path.join('.'));
  it('takes a chain of conditions', () => expect(wrong(CHAIN)).toEqual([]));
  it.each([
    ['a key twice', [q('a'), q('a')], ['questions.1.key']],
    ['a choice without options', [q('a', { type: 'one_of' })], ['questions.0.options']],
    ['options of a text', [q('a', { options: [option('x')] })], ['questions.0.options']],
    ['a unit of a text', [q('a', { unit: 'mm' })], ['questions.0.unit']],
    [
      'a condition on a later question',
      [q('a', { shownWhen: { question: 'b', equals: true } }), q('b', { type: 'yes_no' })],
      ['questions.0.shownWhen'],
    ],
    [
      'a condition that cannot be met',
      [...CHAIN, q('d', { shownWhen: { question: 'lamp', equals: 'blue' } })],
      ['questions.3.shownWhen'],
    ],
    [
      'a condition on itself',
      [q('a', { type: 'yes_no', shownWhen: { question: 'a', equals: true } })],
      ['questions.0.shownWhen'],
    ],
  ] as [string, TemplateQuestion[], string[]][])('refuses %s', (_, questions, paths) => {
    expect(wrong(questions)).toEqual(paths);
  });
});

describe('answers in words', () => {
  it('are those that were asked, in the language of the reader, with the unit', () => {
    const content = { texts: { en: { name: 'x' } }, questions: CHAIN };
    const said = (language: string) =>
      answersInWords({ content, answers: { moves: false, lamp: 'red', code: 12 }, files: [] }, language).map(
        ({ label, text }) => `${label}: ${text}`,
      );
    expect(said('de-AT')).toEqual(['Label of moves: nein', 'Label of lamp: Das red', 'Label of code: 12 E']);
    expect(said('fi')[1]).toBe('Label of lamp: The red');
  });
});
