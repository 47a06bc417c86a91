import type { MessageText, SendLanguage } from '../sends/credential-texts.js';

type Channel = 'email' | 'sms';

/** The link leads to the page where the person answers, signed in: it carries no token, and whoever else reads it gets nowhere. */
const TEXTS: Record<SendLanguage, Record<Channel, MessageText>> = {
  en: {
    email: {
      subject: 'Access to {{customer}}: please confirm',
      body: `Hello {{name}},

{{company}} wants to give you access to {{customer}} as well. Nothing changes about your login. Sign in as you always do, and accept:

{{answer_link}}

If you have nothing to do with {{customer}}, choose "Not me" there. Nothing opens before you accept.`,
    },
    sms: {
      subject: 'Access to {{customer}}',
      body: '{{company}}: you can get access to {{customer}}. Sign in as always and accept: {{answer_link}}',
    },
  },
  de: {
    email: {
      subject: 'Zugang zu {{customer}}: bitte bestätigen',
      body: `Guten Tag {{name}},

{{company}} möchte Ihnen auch Zugang zu {{customer}} geben. An Ihrer Anmeldung ändert sich nichts. Melden Sie sich an wie immer und nehmen Sie an:

{{answer_link}}

Wenn Sie mit {{customer}} nichts zu tun haben, wählen Sie dort „Das bin ich nicht“. Vorher öffnet sich nichts.`,
    },
    sms: {
      subject: 'Zugang zu {{customer}}',
      body: '{{company}}: Sie können Zugang zu {{customer}} bekommen. Wie immer anmelden und annehmen: {{answer_link}}',
    },
  },
  sv: {
    email: {
      subject: 'Åtkomst till {{customer}}: bekräfta',
      body: `Hej {{name}},

{{company}} vill ge dig åtkomst även till {{customer}}. Din inloggning ändras inte. Logga in som vanligt och godkänn:

{{answer_link}}

Om du inte har något med {{customer}} att göra väljer du "Det är inte jag" där. Inget öppnas innan du har godkänt.`,
    },
    sms: {
      subject: 'Åtkomst till {{customer}}',
      body: '{{company}}: du kan få åtkomst till {{customer}}. Logga in som vanligt och godkänn: {{answer_link}}',
    },
  },
};

export const joiningText = (channel: Channel, language: SendLanguage): MessageText => TEXTS[language][channel];
