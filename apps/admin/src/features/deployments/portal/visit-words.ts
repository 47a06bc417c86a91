import type { DeviceRow, PublicCompany } from '@latchkey/api-client';
import type { Language, PortalValues } from './portal-values';

/** Reads one of the visit's sentences: `words('pin.title')`. */
export type Words = (key: string, facts?: Readonly<Record<string, string | number>>) => string;

/** A sentence that is missing shows its key, as the portal's own would. */
export const wordsOf =
  (texts: Readonly<Record<string, unknown>>): Words =>
  (key, facts = {}) => {
    const found = key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts);
    const text = typeof found === 'string' ? found : key;
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(facts[name] ?? whole));
  };

/** All that a screen of the preview shows. */
export interface Screen {
  words: Words;
  language: Language;
  values: PortalValues;
  company: PublicCompany;
  deployment: string;
  /** null: there is none to show yet. */
  device: DeviceRow | null;
  texts: Partial<Record<'welcome' | 'instructions' | 'contact', string>>;
}
