/** Text as it is searched and sorted: lower case, without accents, one space between words. "Ångström  AB" is "angstrom ab". */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
