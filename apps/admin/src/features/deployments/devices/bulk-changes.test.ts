import { describe, expect, it } from 'vitest';
import { countResults, hasChanges, NO_CHANGE, toChanges } from './bulk-changes';

describe('changing several devices', () => {
  it('leaves alone what was not asked for', () => {
    expect(toChanges(NO_CHANGE)).toEqual({});
    expect(hasChanges(NO_CHANGE)).toBe(false);
    expect(toChanges({ ...NO_CHANGE, addTags: ['loud'] })).toEqual({ addTags: ['loud'] });
  });

  it('clears a field whose text was emptied, and trims the others', () => {
    expect(toChanges({ ...NO_CHANGE, model: ' ', position: ' Hall 3 ', status: 'retired' })).toEqual({
      model: null,
      position: 'Hall 3',
      status: 'retired',
    });
  });

  it('counts what became of each', () => {
    const items = (['changed', 'changed', 'too_many_tags', 'not_found'] as const).map((result, at) => ({
      id: String(at),
      result,
    }));
    expect(countResults(items)).toEqual({ changed: 2, unchanged: 0, too_many_tags: 1, not_found: 1 });
  });
});
