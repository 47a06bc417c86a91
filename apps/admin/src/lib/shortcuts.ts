/** Keys as written in the help: "j", "?", "mod+k", "shift+F10", "g c" (one after the other). */
export interface Shortcut {
  keys: string;
  /** Translated sentence for the help; left out for keys that need none. */
  label: string;
  run: (event: KeyboardEvent) => void;
}

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const NAMED = /^(Enter|Escape|F\d+|Arrow\w+|Tab| |Backspace|Delete|Home|End)$/;

/** Shift counts only for keys that shift does not change: "?" is "?", however it is typed on this keyboard. */
export const describePress = (press: KeyPress): string => {
  const parts: string[] = [];
  if (press.ctrlKey || press.metaKey) parts.push('mod');
  if (press.altKey) parts.push('alt');
  if (press.shiftKey && NAMED.test(press.key)) parts.push('shift');
  parts.push(NAMED.test(press.key) ? press.key : press.key.toLowerCase());
  return parts.join('+');
};

export type Match = { kind: 'hit'; shortcut: Shortcut } | { kind: 'prefix' } | { kind: 'none' };

/** Later registrations win: a page may take a key from the shell. */
export const matchShortcut = (shortcuts: readonly Shortcut[], typed: string): Match => {
  const hit = shortcuts.findLast((shortcut) => shortcut.keys === typed);
  if (hit) return { kind: 'hit', shortcut: hit };
  return shortcuts.some((shortcut) => shortcut.keys.startsWith(`${typed} `)) ? { kind: 'prefix' } : { kind: 'none' };
};
