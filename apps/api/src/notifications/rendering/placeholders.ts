const PLACEHOLDER = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;

/** What staff see instead of a secret. Always the same length: it tells nothing. */
export const DOTS = '••••••';

/** Names of the placeholders a text holds, each once. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')),
];

/** Names the text holds that are not on the list. */
export const unknownPlaceholders = (text: string, allowed: readonly string[]): string[] =>
  placeholdersIn(text).filter((name) => !allowed.includes(name));

/**
 * Plain replacement in one pass (D2): a value is never looked at again, so nothing in it can name another placeholder.
 * Names without a value stay as they are written.
 */
export const replacePlaceholders = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
