import { describe, expect, it } from 'vitest';
import { outcomeOf, portionsOf } from './bulk-cases';

describe('many cases at once (POR-8)', () => {
  it('go in portions that the API takes', () => {
    expect(portionsOf(['a', 'b', 'c'], 2)).toEqual([['a', 'b'], ['c']]);
    expect(portionsOf([])).toEqual([]);
  });

  it('say how many were left as they are', () => {
    const results = ['purged', 'closed', 'not_by_label', 'not_found', 'unchanged'] as const;
    expect(outcomeOf(results.map((result) => ({ id: result, result })))).toEqual({ done: 2, left: 3 });
  });
});
