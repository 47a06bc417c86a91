import { expect, it } from 'vitest';
import { readEvent, waitBefore } from './live-events';

it('reads ids and the request to fetch everything, and nothing else', () => {
  const texts = [
    '{"type":"case.changed","id":"a"}',
    '{"type":"resync"}',
    '{"type":"case.changed"}',
    '{"type":"x"}',
    'null',
    'x',
  ];
  expect(texts.map(readEvent)).toEqual([{ type: 'changed', id: 'a' }, { type: 'missed' }, null, null, null, null]);
});

it('waits longer after each refusal, up to a limit, and not for everybody alike', () => {
  expect([1, 2, 3, 9].map((refusals) => waitBefore(refusals, 0.5))).toEqual([5_000, 10_000, 20_000, 120_000]);
  expect([waitBefore(1, 0), waitBefore(1, 1)]).toEqual([3_750, 6_250]);
});
