import type { CaseTemplate } from '@latchkey/api-client';
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, newId, toBody, toContent, toDraft, type Draft, type DraftQuestion } from './draft';
import { moved, possibleConditions, problemsOf, refusedParts } from './draft-rules';

const question = (part: Partial<DraftQuestion>): DraftQuestion => ({
  id: newId(),
  type: 'text',
  required: false,
  labels: { en: 'What do you see?' },
  help: {},
  unit: '',
  options: [],
  shownWhen: null,
  ...part,
});
const draftWith = (...questions: DraftQuestion[]): Draft => ({ ...EMPTY_DRAFT, names: { en: 'Stuck' }, questions });

describe('a case template as it is edited (S1.9)', () => {
  it('keeps the keys of what was saved and names new questions after what they ask', () => {
    const draft = draftWith(
      question({ id: 'what_do_you_see' }),
      question({}),
      question({ labels: { sv: 'Är det varmt?' } }),
      question({ labels: { en: '???' } }),
    );
    expect(toContent(draft).questions.map(({ key }) => key)).toEqual([
      'what_do_you_see',
      'what_do_you_see_2',
      'ar_det_varmt',
      'question',
    ]);
  });

  it('leads a condition to the key that its question and option get', () => {
    const where = question({
      type: 'one_of',
      labels: { en: 'Where?' },
      options: [{ id: 'new:a', labels: { en: 'Gate' } }],
    });
    const which = question({ shownWhen: { question: where.id, equals: 'new:a' } });
    expect(toContent(draftWith(where, which)).questions[1]?.shownWhen).toEqual({ question: 'where', equals: 'gate' });
  });

  it('sends no empty texts and no options or units of another type', () => {
    const changed = question({ unit: '°C', options: [{ id: 'a', labels: { en: 'A' } }], help: { en: '  ' } });
    const [sent] = toContent(draftWith(changed)).questions;
    expect(Object.keys(sent ?? {}).toSorted()).toEqual(['key', 'labels', 'required', 'type']);
    expect(toContent({ ...draftWith(), names: { en: 'Stuck', de: ' ' } }).texts).toEqual({ en: { name: 'Stuck' } });
  });

  it('is called in lists what visitors read, until it gets a name of its own', () => {
    expect(toBody(draftWith()).name).toBe('Stuck');
    expect(toBody({ ...draftWith(), name: 'Robot stuck' }).name).toBe('Robot stuck');
  });

  it('comes back as it was saved', () => {
    const content = {
      texts: { en: { name: 'Stuck', description: 'It stands still' }, de: { name: 'Steht' } },
      questions: [
        { key: 'stuck', type: 'yes_no' as const, required: true, labels: { en: 'Stuck?' } },
        {
          key: 'heat',
          type: 'number' as const,
          required: false,
          labels: { en: 'Heat' },
          unit: '°C',
          shownWhen: { question: 'stuck', equals: true },
        },
      ],
    };
    const saved = { name: 'x', icon: 'robot', priority: 'high', defaultAssignee: null, models: [], content };
    expect(toContent(toDraft(saved as unknown as CaseTemplate))).toEqual(content);
  });
});

describe('shown when', () => {
  const yes = question({ id: 'yes', type: 'yes_no' });
  const pick = question({ id: 'pick', type: 'many_of', options: [{ id: 'a', labels: { en: 'A' } }] });
  const last = question({ id: 'last' });

  it('offers answers of earlier questions with a choice only', () => {
    const offered = possibleConditions([question({}), yes, pick, last], 'last');
    expect(offered.map(({ question: id, equals }) => [id, equals])).toEqual([
      ['yes', true],
      ['yes', false],
      ['pick', 'a'],
    ]);
    expect(possibleConditions([last, yes], 'last')).toEqual([]);
  });

  it('is a problem at the question when what it waits for has moved behind it or lost that answer', () => {
    const waiting = question({ id: 'waiting', shownWhen: { question: 'yes', equals: true } });
    expect(problemsOf(draftWith(yes, waiting)).size).toBe(0);
    expect(problemsOf(draftWith(waiting, yes)).get('waiting')).toBe('condition');
    expect(problemsOf(draftWith(question({ id: 'yes' }), waiting)).get('waiting')).toBe('condition');
  });
});

describe('what is not right yet', () => {
  it('stands at the question it is about', () => {
    const draft = {
      ...draftWith(question({ id: 'a', labels: {} }), question({ id: 'b', type: 'one_of' })),
      names: {},
    };
    expect([...problemsOf(draft)]).toEqual([
      ['name', 'no_name'],
      ['a', 'no_label'],
      ['b', 'no_options'],
    ]);
  });

  it('finds the question that the server means', () => {
    const error = {
      code: 'request.invalid_body',
      status: 422,
      errors: [{ pointer: '/content/questions/1/unit', code: 'custom' }],
    };
    expect([...refusedParts(error, draftWith(question({ id: 'a' }), question({ id: 'b' })), (code) => code)]).toEqual([
      ['b', 'custom'],
    ]);
  });
});

describe('moving', () => {
  it('goes one step and stays inside the list', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });
});
