import type { ReactNode } from 'react';

/** One line of the command palette; give `to` or `run`. */
export interface PaletteItem {
  id: string;
  label: string;
  /** What tells two of the same name apart: "Customer 10482". */
  description?: string;
  icon?: ReactNode;
  to?: string;
  run?: () => void;
}

/** A thing to do, named by a key of a catalogue; other words for it stand in `<labelKey>Keywords`, if any. */
export type PaletteAction = Omit<PaletteItem, 'label' | 'description'> & { labelKey: string; permission?: string };

/** A feature's part of the command palette. */
export interface PaletteProvider {
  id: string;
  /** Heading of its lines: "customers:title". */
  groupKey: string;
  /** The whole provider is left out without it. */
  permission?: string;
  actions?: readonly PaletteAction[];
  /** Asks the server; called after a pause in typing, with at least two characters. Five results are enough. */
  search?: (text: string, signal: AbortSignal) => Promise<readonly PaletteItem[]>;
}

/** As words are compared: "Can’t" and "cant" are the same. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’`´]/gu, '')
    .toLowerCase();

/** Every typed word must begin a word of the line: "new cu" finds "New customer". */
export const matchesWords = (line: string, typed: string): boolean => {
  const words = plain(line).split(/[\s\-/.,]+/);
  return plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
};
