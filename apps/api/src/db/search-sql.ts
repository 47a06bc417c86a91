import { likeText } from './sql.js';
import type { SearchTerms } from '../text/search-terms.js';

/** How many matches a search looks at: sorting is over these, so that a common word costs no more than a rare one. */
export const SEARCH_BOUND = 200;

interface Searched {
  /** Alias of the searched row. */
  row: string;
  phones: { table: string; owner: string };
  /** Conditions of this kind of row besides name, e-mail and phone; each served by an index. */
  also?: (typed: string, add: (value: unknown) => string) => string[];
}

/** Trigrams find a word of three letters anywhere; a shorter word beside it is looked for at the starts of words. */
export function wordCondition(column: string, word: string, add: (value: unknown) => string): string {
  const pattern = likeText(word);
  if (word.length >= 3) return `${column} LIKE ${add(`%${pattern}%`)}`;
  return `(${column} LIKE ${add(`${pattern}%`)} OR ${column} LIKE ${add(`% ${pattern}%`)})`;
}

/** Short words alone give trigrams nothing to hold: a range of the sorted names. U+FFFF sorts after everything. */
export const startCondition = (column: string, part: string, add: (value: unknown) => string): string =>
  `${column} >= ${add(part)} AND ${column} < ${add(`${part}\uffff`)} AND ${column} LIKE ${add(`${likeText(part)}%`)}`;

function nameConditions(part: string, { row, also }: Searched, add: (value: unknown) => string): string[] {
  const column = `${row}.name_key`;
  const words = part.split(' ').filter(Boolean).slice(0, 5);
  const isShort = words.every((word) => word.length < 3);
  const byName = isShort
    ? startCondition(column, part, add)
    : words.map((word) => wordCondition(column, word, add)).join(' AND ');
  const byEmail = `${row}.email_key LIKE ${add(`${likeText(part)}%`)}`;
  return [byName, byEmail, ...(also?.(part, add) ?? [])];
}

function emailConditions(
  terms: { exact: string | undefined; part: string },
  { row }: Searched,
  add: (value: unknown) => string,
): string[] {
  // A prefix walks a b-tree; "@company" needs the trigrams.
  const leading = terms.part.startsWith('@') ? '%' : '';
  const byPart = `${row}.email_key LIKE ${add(`${leading}${likeText(terms.part)}%`)}`;
  return terms.exact ? [`${row}.email_key = ${add(terms.exact)}`, byPart] : [byPart];
}

function digitConditions(
  terms: { e164: string | undefined; digits: string; isWhole: boolean },
  { row, phones, also }: Searched,
  add: (value: unknown) => string,
): string[] {
  // A national number is written with a zero that its E.164 form lacks.
  const end = terms.digits.length >= 6 ? terms.digits.replace(/^0+/, '') : terms.digits;
  const owners = (condition: string) =>
    `${row}.id IN (SELECT p.${phones.owner} FROM ${phones.table} p WHERE ${condition} LIMIT ${SEARCH_BOUND})`;
  const byEnd = () => owners(`reverse(p.e164) LIKE ${add(`${end.split('').toReversed().join('')}%`)}`);
  return [
    ...(terms.e164 ? [owners(`p.e164 = ${add(terms.e164)}`)] : []),
    ...(terms.isWhole ? [] : [byEnd()]),
    ...(also?.(terms.digits, add) ?? []),
  ];
}

/** The conditions any one of which finds a row, each with an index of its own. None: the text says nothing yet. */
export function searchConditions(terms: SearchTerms, searched: Searched, add: (value: unknown) => string): string[] {
  if (terms.kind === 'email') return emailConditions(terms, searched, add);
  if (terms.kind === 'digits') return digitConditions(terms, searched, add);
  return terms.kind === 'name' ? nameConditions(terms.part, searched, add) : [];
}
