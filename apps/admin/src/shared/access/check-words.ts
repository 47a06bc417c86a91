import type { TFunction } from 'i18next';
import { formatPhone } from '@latchkey/api-client/phone';
import { dateAndTime, shortDate } from '../../lib/format';

type Facts = Readonly<Record<string, string>>;

const ISO = /^\d{4}-\d{2}-\d{2}T/;

/** Facts of a finding as they stand in a sentence: times and phone numbers in the reader's spelling. */
export const factWords = (facts: Facts, language: string, spell = shortDate): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, ISO.test(value) ? spell(value, language) : formatPhone(value)]),
  );

/** One try is told from another by the clock. */
const IS_TRY = /^(failed_|login_used$)/;

/** What was found, in words; a cause without a text of its own is named as the system names it. */
export const causeWords = (found: { cause: string; facts: Facts }, t: TFunction, language: string): string =>
  t(`access:cause.${found.cause}`, {
    ...factWords(found.facts, language, IS_TRY.test(found.cause) ? dateAndTime : shortDate),
    // A number chooses between one and several.
    ...(found.facts['count'] === undefined ? {} : { count: Number(found.facts['count']) }),
    defaultValue: found.cause,
  });

/** Words that stand inside sentences elsewhere, as one of their own. */
export const asSentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${/[.?!]$/.test(words) ? '' : '.'}`;

/** In the middle of a sentence a cause begins small, unless a name or an abbreviation stands there. */
export const inSentence = (words: string, language: string): string =>
  language === 'de' || /^\P{L}|^\S*[@{]|^\p{Lu}{2}/u.test(words)
    ? words
    : words.slice(0, 1).toLowerCase() + words.slice(1);
