import type { Language } from '../notices/cases.messages.js';

export const VISIT_KINDS = ['visit-case-opened', 'visit-case-digest'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

interface Text {
  subject: string;
  body: string;
}

/** What a visitor typed comes in through placeholders only, so that nobody can write a placeholder into a message. */
const TEXTS: Record<Language, Record<VisitKind, Text>> = {
  en: {
    'visit-case-opened': {
      subject: '[#{{case_number}}] {{deployment_name}}: {{case_subject}}',
      body: 'A new report came by label.\n\nDevice: {{device_name}}\nDeployment: {{deployment_name}}, {{customer_name}}\nFrom: {{reporter}}\n\n{{message_text}}\n\n{{case_link}}',
    },
    'visit-case-digest': {
      subject: '{{case_count}} more reports at {{deployment_name}}',
      body: 'Many reports come from {{deployment_name}}, {{customer_name}}. These came within one minute:\n\n{{case_list}}\n\n{{case_link}}',
    },
  },
  de: {
    'visit-case-opened': {
      subject: '[#{{case_number}}] {{deployment_name}}: {{case_subject}}',
      body: 'Über ein Etikett kam eine neue Meldung.\n\nGerät: {{device_name}}\nStandort: {{deployment_name}}, {{customer_name}}\nVon: {{reporter}}\n\n{{message_text}}\n\n{{case_link}}',
    },
    'visit-case-digest': {
      subject: '{{case_count}} weitere Meldungen: {{deployment_name}}',
      body: 'Von {{deployment_name}}, {{customer_name}} kommen viele Meldungen. Diese kamen innerhalb einer Minute:\n\n{{case_list}}\n\n{{case_link}}',
    },
  },
  sv: {
    'visit-case-opened': {
      subject: '[#{{case_number}}] {{deployment_name}}: {{case_subject}}',
      body: 'En ny anmälan kom via en etikett.\n\nEnhet: {{device_name}}\nAnläggning: {{deployment_name}}, {{customer_name}}\nFrån: {{reporter}}\n\n{{message_text}}\n\n{{case_link}}',
    },
    'visit-case-digest': {
      subject: '{{case_count}} anmälningar till: {{deployment_name}}',
      body: 'Många anmälningar kommer från {{deployment_name}}, {{customer_name}}. De här kom inom en minut:\n\n{{case_list}}\n\n{{case_link}}',
    },
  },
};

export const visitText = (kind: VisitKind, language: Language): Text => TEXTS[language][kind];
