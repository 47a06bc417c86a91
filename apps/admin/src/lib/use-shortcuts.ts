import { useEffect, useRef, useSyncExternalStore } from 'react';
import { describePress, matchShortcut, type Shortcut } from './shortcuts';

/** A named group of keys, as the help (press ?) lists them. */
export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

const SEQUENCE_MS = 1200;
const groups = new Map<symbol, ShortcutGroup>();
const listeners = new Set<() => void>();
let snapshot: readonly ShortcutGroup[] = [];
let typedBefore = '';
let typedAt = 0;

/** A list and its search box are one group to the reader. */
const merged = (): readonly ShortcutGroup[] => {
  const byTitle = new Map<string, Shortcut[]>();
  for (const { title, shortcuts } of groups.values()) byTitle.set(title, [...(byTitle.get(title) ?? []), ...shortcuts]);
  return [...byTitle].map(([title, shortcuts]) => ({ title, shortcuts }));
};

const announce = (): void => {
  snapshot = merged();
  for (const listener of listeners) listener();
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !isTickBox(target);

const isTickBox = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type);

/** A key pressed in a menu, a dialog or while one covers the page belongs to it. */
const isBehindDialog = (target: EventTarget | null): boolean =>
  document.querySelector('[aria-modal="true"], [role="menu"]') !== null ||
  (target instanceof Element && target.closest('[role="dialog"]') !== null);

const onKeyDown = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return;
  const press = describePress(event);
  const isFree = press.startsWith('mod+');
  if (!isFree && (isTyping(event.target) || isBehindDialog(event.target))) return;

  const sequence = typedBefore && Date.now() - typedAt < SEQUENCE_MS ? `${typedBefore} ${press}` : press;
  const match = matchShortcut(
    [...groups.values()].flatMap((group) => group.shortcuts),
    sequence,
  );
  typedBefore = match.kind === 'prefix' ? sequence : '';
  typedAt = Date.now();
  if (match.kind !== 'hit') return;
  event.preventDefault();
  match.shortcut.run(event);
};

const register = (id: symbol, group: ShortcutGroup): (() => void) => {
  if (groups.size === 0) document.addEventListener('keydown', onKeyDown);
  groups.set(id, group);
  announce();
  return () => {
    groups.delete(id);
    if (groups.size === 0) document.removeEventListener('keydown', onKeyDown);
    announce();
  };
};

/** Keys that work while the component is on the screen, except while somebody types or a dialog is open (mod+… always works). */
export const useShortcuts = (group: ShortcutGroup): void => {
  const latest = useRef(group);
  useEffect(() => {
    latest.current = group;
  });
  const signature = [group.title, ...group.shortcuts.map((shortcut) => `${shortcut.keys}\t${shortcut.label}`)].join(
    '\n',
  );
  useEffect(() => {
    const run = (keys: string) => (event: KeyboardEvent) =>
      latest.current.shortcuts.find((shortcut) => shortcut.keys === keys)?.run(event);
    const shortcuts = latest.current.shortcuts.map((shortcut) => ({ ...shortcut, run: run(shortcut.keys) }));
    return register(Symbol(), { title: latest.current.title, shortcuts });
  }, [signature]);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Every group that works right now, for the help. */
export const useShortcutGroups = (): readonly ShortcutGroup[] => useSyncExternalStore(subscribe, () => snapshot);
