import type { Settings } from '../../settings/settings.dto.js';

export interface MessageText {
  subject: string;
  body: string;
}

export const SEND_LANGUAGES = ['en', 'de', 'sv'] as const;
export type SendLanguage = (typeof SEND_LANGUAGES)[number];

/** Only a link and a code, never a PIN. */
export const OUR_TEXTS: Record<SendLanguage, MessageText & { button: string }> = {
  en: {
    subject: 'Your access to {{company}}',
    body: `Hello {{name}},

{{company}} has set up a login for you. Open this link to get in. It works once, until {{valid_until}}:

{{activation_link}}

On another device, open {{code_page}} and type this code: {{activation_code}}

Your login: {{login_id}}

From then on you sign in here: {{portal_link}}`,
    button: 'Set up my login',
  },
  de: {
    subject: 'Ihr Zugang zu {{company}}',
    body: `Guten Tag {{name}},

{{company}} hat für Sie einen Zugang eingerichtet. Öffnen Sie diesen Link, um hineinzukommen. Er gilt einmal, bis {{valid_until}}:

{{activation_link}}

Auf einem anderen Gerät öffnen Sie {{code_page}} und tippen diesen Code ein: {{activation_code}}

Ihre Anmeldung: {{login_id}}

Danach melden Sie sich hier an: {{portal_link}}`,
    button: 'Zugang einrichten',
  },
  sv: {
    subject: 'Din inloggning hos {{company}}',
    body: `Hej {{name}},

{{company}} har ordnat en inloggning åt dig. Öppna länken för att komma in. Den fungerar en gång, till {{valid_until}}:

{{activation_link}}

På en annan enhet öppnar du {{code_page}} och skriver den här koden: {{activation_code}}

Din inloggning: {{login_id}}

Sedan loggar du in här: {{portal_link}}`,
    button: 'Ställ in min inloggning',
  },
};

/** The first of the tags that there is a catalogue for, else English. */
export function sendLanguage(...tags: (string | null | undefined)[]): SendLanguage {
  const known = tags.map((tag) => tag?.split('-')[0]).find((tag) => SEND_LANGUAGES.some((one) => one === tag));
  return (known ?? 'en') as SendLanguage;
}

/** The company's own text where it wrote one, else ours. */
export const credentialText = (settings: Settings, language: SendLanguage): MessageText =>
  settings.templates['portal-credentials']?.[language] ?? {
    subject: OUR_TEXTS[language].subject,
    body: OUR_TEXTS[language].body,
  };

export const buttonLabel = (language: string): string => OUR_TEXTS[sendLanguage(language)].button;
