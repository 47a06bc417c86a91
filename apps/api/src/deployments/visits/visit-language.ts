import { LANGUAGES } from '../../http/schemas.js';

export type Language = (typeof LANGUAGES)[number];
type Texts = { welcome?: string; instructions?: string; contact?: string };

/** What decides in which languages a portal speaks. */
export interface LanguageChoice {
  texts: Partial<Record<Language, Texts>>;
  /** Those staff chose, the first is the default; empty: all. */
  languages: Language[];
  customerLanguage: string | null;
}

const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((language) => language === text);

/** The languages offered, the default first: chosen by staff, else all, beginning with the customer's or the company's. */
export function languagesOf({ languages, customerLanguage }: LanguageChoice, company: Language): Language[] {
  if (languages.length > 0) return languages;
  const own = customerLanguage?.slice(0, 2);
  const usual = isLanguage(own) ? own : company;
  return [usual, ...LANGUAGES.filter((language) => language !== usual)];
}

/** Texts in the wanted language; each that is missing there in the first of the others that has it. */
export function inLanguage(
  texts: LanguageChoice['texts'],
  languages: Language[],
  wanted: Language | undefined,
): { language: Language; texts: Texts } {
  const language = wanted !== undefined && languages.includes(wanted) ? wanted : (languages[0] ?? 'en');
  const order = [language, ...languages, ...LANGUAGES];
  const textOf = (name: keyof Texts) => order.map((one) => texts[one]?.[name]).find((text) => text);
  const named = (['welcome', 'instructions', 'contact'] as const).map((name) => [name, textOf(name)] as const);
  return { language, texts: Object.fromEntries(named.filter(([, text]) => text !== undefined)) };
}
