import { describe, expect, it } from 'vitest';
import { changedKeys, rebase } from './rebase';

const start = { name: 'Eva', email: 'eva@nordic.example', phones: [{ number: '+46701234567' }] };

describe('rebase', () => {
  it('keeps what was typed and takes the rest from what is stored now', () => {
    const typed = { ...start, name: 'Eva Lind' };
    const stored = { ...start, email: 'eva.lind@nordic.example' };
    expect(rebase(typed, start, stored)).toEqual({
      values: { ...stored, name: 'Eva Lind' },
      clashes: [],
    });
  });

  it('names the fields that both changed, unless to the same value', () => {
    const typed = { ...start, name: 'Eva Lind', phones: [] };
    const stored = { ...start, name: 'Eva Berg', phones: [] };
    expect(rebase(typed, start, stored).clashes).toEqual(['name']);
    expect(rebase(typed, start, stored).values.name).toBe('Eva Lind');
  });

  it('sees a change inside a list', () => {
    expect(changedKeys({ ...start, phones: [{ number: '070' }] }, start)).toEqual(['phones']);
    expect(changedKeys({ ...start, phones: [{ number: '+46701234567' }] }, start)).toEqual([]);
  });
});
