import { useQuery } from '@tanstack/react-query';
import { loadTexts } from '../../../i18n/catalogues';
import type { Language } from '../draft';

const WORDS = [
  'what',
  'ownWords',
  'ownWordsHint',
  'next',
  'back',
  'yes',
  'no',
  'optional',
  'missing',
  'addPhoto',
] as const;
export type VisitorWords = Record<(typeof WORDS)[number], string>;

const wordsIn = (texts: unknown): VisitorWords => {
  const found = (texts ?? {}) as Partial<VisitorWords>;
  return Object.fromEntries(WORDS.map((word) => [word, found[word] ?? ''])) as VisitorWords;
};

/** The visit speaks the visitor's language, whatever the screen around it speaks. */
export const useVisitorWords = (language: Language): VisitorWords | null =>
  useQuery({
    queryKey: ['visitorWords', language],
    queryFn: async () => wordsIn((await loadTexts(language, ['templates']))['templates']?.['visitor']),
    staleTime: Infinity,
  }).data ?? null;
