import type { LANGUAGES } from '../../http/schemas.js';
import type { Words } from './erased-traces.js';

const WORDS: Record<(typeof LANGUAGES)[number], Words> = {
  en: { person: 'Erased person', text: '(erased)' },
  de: { person: 'Gelöschte Person', text: '(gelöscht)' },
  sv: { person: 'Raderad person', text: '(raderat)' },
};

/** What stands in cases where a person was, in the company's language. */
export const wordsIn = (language: (typeof LANGUAGES)[number]): Words => WORDS[language];
