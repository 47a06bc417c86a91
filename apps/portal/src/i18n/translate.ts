/** Reads catalogues in i18next's JSON format (version 4): nested keys, {{values}}, plurals by suffix. */
export type Catalogue = { [key: string]: string | Catalogue };
export type Values = Record<string, string | number>;

const pluralRules = new Map<string, Intl.PluralRules>();

function pluralSuffix(language: string, count: number): string {
  const rules = pluralRules.get(language) ?? new Intl.PluralRules(language);
  pluralRules.set(language, rules);
  return `_${rules.select(count)}`;
}

function find(catalogue: Catalogue, key: string): string | undefined {
  let place: string | Catalogue | undefined = catalogue;
  for (const part of key.split('.')) {
    if (typeof place !== 'object') return undefined;
    place = place[part];
  }
  return typeof place === 'string' ? place : undefined;
}

export interface Words {
  catalogue: Catalogue;
  language: string;
}

/** Undefined when the catalogue lacks the key. A value named `count` chooses the plural form. */
export function translate({ catalogue, language }: Words, key: string, values: Values = {}): string | undefined {
  const count = typeof values.count === 'number' ? values.count : undefined;
  const plural = count === undefined ? undefined : find(catalogue, key + pluralSuffix(language, count));
  const text = plural ?? find(catalogue, key);
  return text?.replace(/\{\{\s*(\w+)\s*\}\}/g, (hole, name: string) => String(values[name] ?? hole));
}
