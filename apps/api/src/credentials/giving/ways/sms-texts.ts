import type { MessageText, SendLanguage } from '../../sends/credential-texts.js';

/** `invitation` carries a link; `added` is for who signs in already, and carries none (INV-1). */
export type SmsMessage = 'invitation' | 'added';

/** Letters of GSM 03.38 only; within one part where names and the address of the portal are short. */
const TEXTS: Record<SendLanguage, Record<SmsMessage, MessageText>> = {
  en: {
    invitation: {
      subject: 'Your access to {{company}}',
      body: '{{company}}: set up your login until {{valid_until}}: {{activation_link}}',
    },
    added: {
      subject: 'You now also have access to {{customer}}',
      body: '{{company}}: you now also have access to {{customer}}. Sign in as always: {{portal_link}}',
    },
  },
  de: {
    invitation: {
      subject: 'Ihr Zugang zu {{company}}',
      body: '{{company}}: richten Sie Ihren Zugang ein bis {{valid_until}}: {{activation_link}}',
    },
    added: {
      subject: 'Sie haben jetzt auch Zugang zu {{customer}}',
      body: '{{company}}: Sie haben jetzt auch Zugang zu {{customer}}. Anmeldung wie immer: {{portal_link}}',
    },
  },
  sv: {
    invitation: {
      subject: 'Din inloggning hos {{company}}',
      body: '{{company}}: ställ in din inloggning senast {{valid_until}}: {{activation_link}}',
    },
    added: {
      subject: 'Du har nu också åtkomst till {{customer}}',
      body: '{{company}}: du har nu också åtkomst till {{customer}}. Logga in som vanligt: {{portal_link}}',
    },
  },
};

export const smsText = (message: SmsMessage, language: SendLanguage): MessageText => TEXTS[language][message];
