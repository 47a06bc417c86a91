import { plain } from '../../app/shell/palette';

/** One word may be a name; two of them are what people say on the phone. */
const ENOUGH = 2;

const wordsOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/[,.?!]+$/, ''))
    .filter(Boolean);

/** Who is meant by "eva can't get in": what is left without the words for the trouble; nobody when nothing is left. */
export const nameIn = (typed: string, trouble: string): string => {
  const known = new Set(wordsOf(trouble).map(plain));
  const words = wordsOf(typed);
  const rest = words.filter((word) => !known.has(plain(word)));
  return words.length - rest.length >= ENOUGH ? rest.join(' ') : typed;
};
