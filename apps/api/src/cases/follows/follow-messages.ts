import type { CaseStatus } from '../case-status.js';
import type { Language } from '../notices/cases.messages.js';

export const FOLLOW_KINDS = ['follow-replied', 'follow-moved', 'follow-link', 'follow-confirm'] as const;
export type FollowKind = (typeof FOLLOW_KINDS)[number];

interface Text {
  subject: string;
  body: string;
}

/** To people without a login. The confirmation goes to an address that nobody has proven yet: nothing that a visitor typed stands in it (D10). */
const TEXTS: Record<Language, Record<FollowKind, Text>> = {
  en: {
    'follow-replied': {
      subject: '[#{{case_number}}] {{author_name}} answered',
      body: '{{author_name}} wrote about report {{case_number}}:\n\n{{message_text}}\n\nAnswer here, or stop these messages there:\n\n{{case_link}}',
    },
    'follow-moved': {
      subject: '[#{{case_number}}] {{case_status}}',
      body: 'Hello,\n\nreport {{case_number}} is now: {{case_status}}.\n\nFollow it here, or stop these messages there:\n\n{{case_link}}',
    },
    'follow-link': {
      subject: '[#{{case_number}}] Follow your report',
      body: 'Hello,\n\nhere you can follow your report {{case_number}} and add to it. We will write to this address when something happens:\n\n{{case_link}}\n\nThe link is for you: who has it can read and answer.',
    },
    'follow-confirm': {
      subject: '[#{{case_number}}] Updates by e-mail?',
      body: 'Hello,\n\nsomebody asked for updates about report {{case_number}} at this address. If it was you, say yes here:\n\n{{confirm_link}}\n\nIf not, do nothing: you will hear no more of it.',
    },
  },
  de: {
    'follow-replied': {
      subject: '[#{{case_number}}] {{author_name}} hat geantwortet',
      body: '{{author_name}} schreibt zur Meldung {{case_number}}:\n\n{{message_text}}\n\nHier antworten oder diese Nachrichten beenden:\n\n{{case_link}}',
    },
    'follow-moved': {
      subject: '[#{{case_number}}] {{case_status}}',
      body: 'Guten Tag,\n\nder Stand der Meldung {{case_number}} ist jetzt: {{case_status}}.\n\nHier verfolgen oder diese Nachrichten beenden:\n\n{{case_link}}',
    },
    'follow-link': {
      subject: '[#{{case_number}}] Verfolgen Sie Ihre Meldung',
      body: 'Guten Tag,\n\nhier können Sie Ihre Meldung {{case_number}} verfolgen und ergänzen. Wir schreiben an diese Adresse, wenn sich etwas tut:\n\n{{case_link}}\n\nDer Link ist für Sie: Wer ihn hat, kann lesen und antworten.',
    },
    'follow-confirm': {
      subject: '[#{{case_number}}] Neuigkeiten per E-Mail?',
      body: 'Guten Tag,\n\njemand möchte an diese Adresse Neuigkeiten zur Meldung {{case_number}} bekommen. Wenn Sie das waren, sagen Sie hier Ja:\n\n{{confirm_link}}\n\nWenn nicht, tun Sie nichts: Sie hören nichts mehr davon.',
    },
  },
  sv: {
    'follow-replied': {
      subject: '[#{{case_number}}] {{author_name}} har svarat',
      body: '{{author_name}} skriver om anmälan {{case_number}}:\n\n{{message_text}}\n\nSvara här, eller stoppa meddelandena där:\n\n{{case_link}}',
    },
    'follow-moved': {
      subject: '[#{{case_number}}] {{case_status}}',
      body: 'Hej,\n\nanmälan {{case_number}} är nu: {{case_status}}.\n\nFölj den här, eller stoppa meddelandena där:\n\n{{case_link}}',
    },
    'follow-link': {
      subject: '[#{{case_number}}] Följ din anmälan',
      body: 'Hej,\n\nhär kan du följa din anmälan {{case_number}} och lägga till mer. Vi skriver till den här adressen när något händer:\n\n{{case_link}}\n\nLänken är för dig: den som har den kan läsa och svara.',
    },
    'follow-confirm': {
      subject: '[#{{case_number}}] Uppdateringar med e-post?',
      body: 'Hej,\n\nnågon vill få uppdateringar om anmälan {{case_number}} till den här adressen. Om det var du, säg ja här:\n\n{{confirm_link}}\n\nOm inte, gör ingenting: du hör inget mer.',
    },
  },
};

const STATUSES: Record<Language, Record<CaseStatus, string>> = {
  en: { open: 'being worked on', waiting: 'waiting for an answer', solved: 'solved', closed: 'closed' },
  de: { open: 'in Arbeit', waiting: 'wartet auf Antwort', solved: 'gelöst', closed: 'geschlossen' },
  sv: { open: 'under arbete', waiting: 'väntar på svar', solved: 'löst', closed: 'stängt' },
};

const YES: Record<Language, string> = {
  en: 'Yes, send updates',
  de: 'Ja, bitte schreiben',
  sv: 'Ja, skicka uppdateringar',
};

/** Below each of them: the address may be somebody else's (D10). */
const NEVER_AGAIN: Record<Language, string> = {
  en: 'Not you? Then say here that we shall never write to this address again:\n{{stop_link}}',
  de: 'Das waren nicht Sie? Dann sagen Sie hier, dass wir nie wieder an diese Adresse schreiben sollen:\n{{stop_link}}',
  sv: 'Var det inte du? Säg då här att vi aldrig mer ska skriva till den här adressen:\n{{stop_link}}',
};

export function followText(kind: FollowKind, language: Language): Text {
  const { subject, body } = TEXTS[language][kind];
  return { subject, body: `${body}\n\n${NEVER_AGAIN[language]}` };
}
export const statusText = (status: CaseStatus, language: Language): string => STATUSES[language][status];
export const yesText = (language: Language): string => YES[language];
