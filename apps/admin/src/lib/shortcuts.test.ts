import { describe, expect, it } from 'vitest';
import { describePress, matchShortcut, type Shortcut } from './shortcuts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  describePress({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

const shortcut = (keys: string, label = keys): Shortcut => ({ keys, label, run: () => undefined });

describe('describePress', () => {
  it('treats Ctrl and Cmd alike', () => {
    expect(press('K', { ctrlKey: true })).toBe('mod+k');
    expect(press('k', { metaKey: true })).toBe('mod+k');
  });

  it('counts Shift only where it does not already change the key', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('F10', { shiftKey: true })).toBe('shift+F10');
  });
});

describe('matchShortcut', () => {
  const known = [shortcut('j', 'shell'), shortcut('g c'), shortcut('j', 'page')];

  it('gives the latest registration of a key', () => {
    expect(matchShortcut(known, 'j')).toMatchObject({ kind: 'hit', shortcut: { label: 'page' } });
  });

  it('waits for the second key of a sequence', () => {
    expect(matchShortcut(known, 'g')).toEqual({ kind: 'prefix' });
    expect(matchShortcut(known, 'g c')).toMatchObject({ kind: 'hit' });
    expect(matchShortcut(known, 'g x')).toEqual({ kind: 'none' });
  });
});
