import { expect, it } from 'vitest';
import { fitWithin } from './photo';

it('keeps the shape, never enlarges, never vanishes (D19)', () => {
  expect(fitWithin(4032, 3024, 2048)).toEqual({ width: 2048, height: 1536 });
  expect(fitWithin(640, 480, 2048)).toEqual({ width: 640, height: 480 });
  expect(fitWithin(10_000, 1, 2048)).toEqual({ width: 2048, height: 1 });
});
