import { LANGUAGES } from '../../http/schemas.js';

export const CASE_KINDS = [
  'case-opened',
  'case-replied',
  'case-solved',
  'case-followed',
  'case-assigned',
  'case-customer-replied',
  'case-reopened',
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
export type Language = (typeof LANGUAGES)[number];

interface Text {
  subject: string;
  body: string;
}

/**
 * What people typed (subject, text, names) comes in through placeholders only: nobody can write a placeholder into a message.
 * The case number stands in every subject, so that mail programs keep one case together.
 */
const TEXTS: Record<Language, Record<CaseKind, Text>> = {
  en: {
    'case-opened': {
      subject: '[#{{case_number}}] We have your report: {{case_subject}}',
      body: 'Hello,\n\nyour report has number {{case_number}}. You can follow it and add to it here:\n\n{{case_link}}\n\nThis is what we received:\n\n{{message_text}}',
    },
    'case-replied': {
      subject: '[#{{case_number}}] {{case_subject}}',
      body: '{{author_name}} wrote about case {{case_number}}:\n\n{{message_text}}\n\nAnswer here:\n\n{{case_link}}',
    },
    'case-solved': {
      subject: '[#{{case_number}}] Solved: {{case_subject}}',
      body: 'Hello,\n\nwe believe that case {{case_number}} is solved. If something is still broken, open it again here within 60 days:\n\n{{case_link}}',
    },
    'case-followed': {
      subject: '[#{{case_number}}] You follow: {{case_subject}}',
      body: 'Hello,\n\n{{author_name}} added you to case {{case_number}}, {{case_subject}}. You will be told when somebody answers. Read it here, or stop following it there:\n\n{{case_link}}',
    },
    'case-assigned': {
      subject: '[#{{case_number}}] Assigned to you: {{case_subject}}',
      body: '{{author_name}} gave you case {{case_number}} of {{customer_name}}.\n\n{{case_link}}',
    },
    'case-customer-replied': {
      subject: '[#{{case_number}}] Answer: {{case_subject}}',
      body: '{{author_name}} of {{customer_name}} wrote:\n\n{{message_text}}\n\n{{case_link}}',
    },
    'case-reopened': {
      subject: '[#{{case_number}}] Open again: {{case_subject}}',
      body: '{{author_name}} of {{customer_name}} opened case {{case_number}} again.\n\n{{case_link}}',
    },
  },
  de: {
    'case-opened': {
      subject: '[#{{case_number}}] Ihre Meldung ist angekommen: {{case_subject}}',
      body: 'Guten Tag,\n\nIhre Meldung hat die Nummer {{case_number}}. Hier können Sie sie verfolgen und ergänzen:\n\n{{case_link}}\n\nDas haben wir erhalten:\n\n{{message_text}}',
    },
    'case-replied': {
      subject: '[#{{case_number}}] {{case_subject}}',
      body: '{{author_name}} schreibt zum Fall {{case_number}}:\n\n{{message_text}}\n\nHier antworten:\n\n{{case_link}}',
    },
    'case-solved': {
      subject: '[#{{case_number}}] Gelöst: {{case_subject}}',
      body: 'Guten Tag,\n\nwir halten den Fall {{case_number}} für gelöst. Wenn etwas noch nicht geht, öffnen Sie ihn hier innerhalb von 60 Tagen wieder:\n\n{{case_link}}',
    },
    'case-followed': {
      subject: '[#{{case_number}}] Sie folgen: {{case_subject}}',
      body: 'Guten Tag,\n\n{{author_name}} hat Sie zum Fall {{case_number}}, {{case_subject}}, hinzugefügt. Sie erfahren, wenn jemand antwortet. Hier können Sie ihn lesen oder ihm nicht mehr folgen:\n\n{{case_link}}',
    },
    'case-assigned': {
      subject: '[#{{case_number}}] Ihnen zugewiesen: {{case_subject}}',
      body: '{{author_name}} hat Ihnen den Fall {{case_number}} von {{customer_name}} zugewiesen.\n\n{{case_link}}',
    },
    'case-customer-replied': {
      subject: '[#{{case_number}}] Antwort: {{case_subject}}',
      body: '{{author_name}} von {{customer_name}} schreibt:\n\n{{message_text}}\n\n{{case_link}}',
    },
    'case-reopened': {
      subject: '[#{{case_number}}] Wieder offen: {{case_subject}}',
      body: '{{author_name}} von {{customer_name}} hat den Fall {{case_number}} wieder geöffnet.\n\n{{case_link}}',
    },
  },
  sv: {
    'case-opened': {
      subject: '[#{{case_number}}] Vi har fått din anmälan: {{case_subject}}',
      body: 'Hej,\n\ndin anmälan har nummer {{case_number}}. Här kan du följa den och lägga till mer:\n\n{{case_link}}\n\nDetta har vi tagit emot:\n\n{{message_text}}',
    },
    'case-replied': {
      subject: '[#{{case_number}}] {{case_subject}}',
      body: '{{author_name}} skriver om ärende {{case_number}}:\n\n{{message_text}}\n\nSvara här:\n\n{{case_link}}',
    },
    'case-solved': {
      subject: '[#{{case_number}}] Löst: {{case_subject}}',
      body: 'Hej,\n\nvi tror att ärende {{case_number}} är löst. Om något fortfarande inte fungerar kan du öppna det igen här inom 60 dagar:\n\n{{case_link}}',
    },
    'case-followed': {
      subject: '[#{{case_number}}] Du följer: {{case_subject}}',
      body: 'Hej,\n\n{{author_name}} har lagt till dig i ärende {{case_number}}, {{case_subject}}. Du får veta när någon svarar. Läs det här, eller sluta följa det där:\n\n{{case_link}}',
    },
    'case-assigned': {
      subject: '[#{{case_number}}] Tilldelat dig: {{case_subject}}',
      body: '{{author_name}} har gett dig ärende {{case_number}} från {{customer_name}}.\n\n{{case_link}}',
    },
    'case-customer-replied': {
      subject: '[#{{case_number}}] Svar: {{case_subject}}',
      body: '{{author_name}} på {{customer_name}} skriver:\n\n{{message_text}}\n\n{{case_link}}',
    },
    'case-reopened': {
      subject: '[#{{case_number}}] Öppet igen: {{case_subject}}',
      body: '{{author_name}} på {{customer_name}} har öppnat ärende {{case_number}} igen.\n\n{{case_link}}',
    },
  },
};

const BUTTONS: Record<Language, string> = { en: 'Open the case', de: 'Fall öffnen', sv: 'Öppna ärendet' };

/** The first of the wishes that there is a catalogue for; "de-AT" is read as "de". */
export function languageOf(...wishes: (string | null | undefined)[]): Language {
  const known = wishes.map((wish) => LANGUAGES.find((language) => language === wish?.split('-')[0]));
  return known.find((language) => language !== undefined) ?? 'en';
}

export const textOf = (kind: CaseKind, language: Language): Text => TEXTS[language][kind];

export const buttonOf = (language: string): string => BUTTONS[languageOf(language)];
