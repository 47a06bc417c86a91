import type { MessageText, SendLanguage } from '../../sends/credential-texts.js';

const TEXTS: Record<SendLanguage, (customer: string) => MessageText> = {
  en: (customer) => ({
    subject: `You now also have access to ${customer}`,
    body: `Hello {{name}},

{{company}} has given you access to ${customer} as well. Nothing changes about your login: sign in as you always do, and choose ${customer}.

{{portal_link}}

Your login: {{login_id}}`,
  }),
  de: (customer) => ({
    subject: `Sie haben jetzt auch Zugang zu ${customer}`,
    body: `Guten Tag {{name}},

{{company}} hat Ihnen auch Zugang zu ${customer} gegeben. An Ihrer Anmeldung ändert sich nichts: Melden Sie sich an wie immer und wählen Sie ${customer}.

{{portal_link}}

Ihre Anmeldung: {{login_id}}`,
  }),
  sv: (customer) => ({
    subject: `Du har nu också åtkomst till ${customer}`,
    body: `Hej {{name}},

{{company}} har gett dig åtkomst även till ${customer}. Din inloggning ändras inte: logga in som vanligt och välj ${customer}.

{{portal_link}}

Din inloggning: {{login_id}}`,
  }),
};

/** For somebody who signs in already: no link and no secret is in it (INV-1). A name with braces would read as a placeholder. */
export function addedText(language: SendLanguage, customer: string): MessageText {
  const { subject, body } = TEXTS[language](customer.replace(/[{}]/g, ''));
  return { subject: subject.slice(0, 150), body };
}
