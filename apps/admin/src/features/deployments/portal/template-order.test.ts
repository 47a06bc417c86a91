import { describe, expect, it } from 'vitest';
import { inOrder, shifted, toggled } from './template-order';

describe('the templates offered (S1.9, S1.10)', () => {
  it('move up and down, not over the ends', () => {
    expect(shifted(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(shifted(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(shifted(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
    expect(shifted(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
  });

  it('come last when they are chosen, and go when they are not', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });

  it('stand in the chosen order before the others; one that was archived is left out', () => {
    const all = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    expect(inOrder(all, ['c', 'gone', 'a']).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
