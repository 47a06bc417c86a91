import { startCondition, wordCondition } from '../db/search-sql.js';
import { likeText } from '../db/sql.js';
import { fold } from '../text/fold.js';

type Add = (value: unknown) => string;

/** Words of a search text, at most five; none when it says nothing yet (INP-5). */
export function searchWords(q: string | undefined): string[] {
  const typed = fold(q ?? '');
  return typed.length < 2 ? [] : typed.split(' ').slice(0, 5);
}

/**
 * Every word, anywhere in what a search looks at. Words of one or two letters alone give the index nothing to hold: then names
 * that start so, or, where few rows are looked at anyway (`isFew`), any part.
 */
export function searchCondition(
  row: string,
  words: readonly string[],
  { add, isFew }: { add: Add; isFew: boolean },
): string {
  const column = `${row}.search_key`;
  if (isFew) return words.map((word) => `${column} LIKE ${add(`%${likeText(word)}%`)}`).join(' AND ');
  if (words.every((word) => word.length < 3)) return startCondition(`${row}.name_key`, words.join(' '), add);
  return words.map((word) => wordCondition(column, word, add)).join(' AND ');
}

/** What a search looks at: everything a person may have at hand, folded. */
export const searchKeyOf = (parts: readonly (string | null)[]): string => fold(parts.filter(Boolean).join(' '));
