import { describe, expect, it } from 'vitest';
import { answersToSend, inLanguage, missingAnswers, shownQuestions, type Question } from './index.js';

const stuck: Question = { key: 'stuck', type: 'yes_no', required: true };
const where: Question = {
  key: 'where',
  type: 'many_of',
  required: true,
  shownWhen: { question: 'stuck', equals: true },
};
const gate: Question = {
  key: 'gate',
  type: 'number',
  required: false,
  shownWhen: { question: 'where', equals: 'gate' },
};
const content = { questions: [stuck, where, gate] };
const keysOf = (questions: readonly Question[]): string[] => questions.map(({ key }) => key);

describe('the questions of a case template (S1.9)', () => {
  it('asks what the answers so far bring up', () => {
    expect(keysOf(shownQuestions(content, {}))).toEqual(['stuck']);
    expect(keysOf(shownQuestions(content, { stuck: true }))).toEqual(['stuck', 'where']);
    expect(keysOf(shownQuestions(content, { stuck: true, where: ['hall', 'gate'] }))).toEqual([
      'stuck',
      'where',
      'gate',
    ]);
  });

  it('lets a question go with the question it hangs on', () => {
    expect(keysOf(shownQuestions(content, { stuck: false, where: ['gate'] }))).toEqual(['stuck']);
  });

  it('sends only answers to what was asked, and no empty ones', () => {
    expect(answersToSend(content, { stuck: false, where: ['gate'], gate: 2 })).toEqual({ stuck: false });
    expect(answersToSend(content, { stuck: true, where: [] })).toEqual({ stuck: true });
  });

  it('misses required answers and photos; no is an answer', () => {
    const photo: Question = { key: 'photo', type: 'photo', required: true };
    expect(missingAnswers([stuck, photo], { stuck: false }, {})).toEqual(['photo']);
    expect(missingAnswers([stuck, photo], {}, { photo: [1] })).toEqual(['stuck']);
  });

  it('speaks the reader’s language, else the first there is', () => {
    expect(inLanguage({ de: 'Wo?', en: 'Where?' }, 'de')).toBe('Wo?');
    expect(inLanguage({ de: 'Wo?', en: 'Where?' }, 'sv')).toBe('Where?');
    expect(inLanguage<string>(undefined, 'sv')).toBeUndefined();
  });
});
