import { LANGUAGES } from '../../i18n/catalogues';

/** "German", in the language of the reader. */
export const languageWord = (tag: string, reader: string): string => {
  const name = new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
};

/** Languages there are messages in; one that was stored otherwise (by an import) stays choosable. */
export const languageOptions = (reader: string, stored?: string | null): { value: string; label: string }[] =>
  [...new Set([...LANGUAGES, ...(stored ? [stored] : [])])].map((value) => ({
    value,
    label: languageWord(value, reader),
  }));
