import { useSyncExternalStore } from 'react';
import { accentFor } from './contrast';
import { remembered } from './remembered';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

// The darkest light ground and the lightest dark one: what is readable there is readable everywhere.
const GROUNDS = { light: '#f1f5f9', dark: '#141d30' } as const;

const chosen = remembered('appearance');
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function currentTheme(): Theme {
  const value = chosen.read();
  return THEMES.find((theme) => theme === value) ?? 'system';
}

function paint(): void {
  const theme = currentTheme();
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export function startAppearance(): void {
  paint();
  systemIsDark.addEventListener('change', paint);
}

export function setTheme(theme: Theme): void {
  chosen.write(theme);
  paint();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme);

/** Takes the company's colour for both themes, made readable where it is not. */
export function applyAccent(colour: string | undefined): void {
  for (const [name, ground] of Object.entries(GROUNDS)) {
    const accent = colour ? accentFor(colour, ground) : null;
    setVariable(`--company-accent-${name}`, accent?.fill);
    setVariable(`--company-on-accent-${name}`, accent?.onFill);
    setVariable(`--company-accent-ink-${name}`, accent?.ink);
  }
}

function setVariable(name: string, value: string | undefined): void {
  if (value) document.documentElement.style.setProperty(name, value);
  else document.documentElement.style.removeProperty(name);
}
