import type { MessageText, SendLanguage } from '../sends/credential-texts.js';

export const RESET_PLACEHOLDERS = [
  'name',
  'company',
  'login_id',
  'portal_link',
  'reset_link',
  'temporary_password',
  'valid_until',
] as const;

type Mode = 'link' | 'temporary';
type Catalogue = Record<Mode, MessageText> & { button: string };

/** Within one part where the company's name and the address are short; letters of GSM 03.38 only. */
const SMS: Record<SendLanguage, Record<Mode, string>> = {
  en: {
    link: '{{company}}: choose a new password within 10 minutes: {{reset_link}}',
    temporary:
      '{{company}}: your temporary password is {{temporary_password}}. It works once, for 10 minutes. Did not ask? Do nothing.',
  },
  de: {
    link: '{{company}}: neues Passwort innerhalb von 10 Minuten wählen: {{reset_link}}',
    temporary:
      '{{company}}: Ihr vorläufiges Passwort ist {{temporary_password}}. Es gilt einmal, 10 Minuten lang. Nicht angefordert? Nichts tun.',
  },
  sv: {
    link: '{{company}}: välj ett nytt lösenord inom 10 minuter: {{reset_link}}',
    temporary:
      '{{company}}: ditt tillfälliga lösenord är {{temporary_password}}. Det fungerar en gång, i 10 minuter. Inte du? Gör inget.',
  },
};

const en: Catalogue = {
  button: 'Choose a new password',
  link: {
    subject: 'Choose a new password for {{company}}',
    body: 'Hello {{name}},\n\nsomebody asked for a new password for your login {{login_id}} at {{company}}. Choose it here:\n{{reset_link}}\n\nThe link works once, until {{valid_until}}. Until you have chosen a new password, your old one goes on working.\n\nIf you did not ask for this, there is nothing to do.',
  },
  temporary: {
    subject: 'Your temporary password for {{company}}',
    body: 'Hello {{name}},\n\nsomebody asked for a new password for your login {{login_id}} at {{company}}. Sign in at {{portal_link}} with this temporary password and then choose your own:\n\n{{temporary_password}}\n\nIt works once, until {{valid_until}}. Until you have chosen a new password, your old one goes on working.\n\nIf you did not ask for this, there is nothing to do.',
  },
};

const de: Catalogue = {
  button: 'Neues Passwort wählen',
  link: {
    subject: 'Neues Passwort für {{company}} wählen',
    body: 'Guten Tag {{name}},\n\nfür Ihre Anmeldung {{login_id}} bei {{company}} wurde ein neues Passwort angefordert. Wählen Sie es hier:\n{{reset_link}}\n\nDer Link gilt einmal, bis {{valid_until}}. Bis Sie ein neues Passwort gewählt haben, gilt Ihr altes weiter.\n\nWenn Sie das nicht angefordert haben, ist nichts zu tun.',
  },
  temporary: {
    subject: 'Ihr vorläufiges Passwort für {{company}}',
    body: 'Guten Tag {{name}},\n\nfür Ihre Anmeldung {{login_id}} bei {{company}} wurde ein neues Passwort angefordert. Melden Sie sich unter {{portal_link}} mit diesem vorläufigen Passwort an und wählen Sie dann Ihr eigenes:\n\n{{temporary_password}}\n\nEs gilt einmal, bis {{valid_until}}. Bis Sie ein neues Passwort gewählt haben, gilt Ihr altes weiter.\n\nWenn Sie das nicht angefordert haben, ist nichts zu tun.',
  },
};

const sv: Catalogue = {
  button: 'Välj ett nytt lösenord',
  link: {
    subject: 'Välj ett nytt lösenord för {{company}}',
    body: 'Hej {{name}},\n\nnågon bad om ett nytt lösenord för din inloggning {{login_id}} hos {{company}}. Välj det här:\n{{reset_link}}\n\nLänken fungerar en gång, till {{valid_until}}. Tills du har valt ett nytt lösenord fungerar ditt gamla.\n\nOm du inte bad om detta behöver du inte göra något.',
  },
  temporary: {
    subject: 'Ditt tillfälliga lösenord för {{company}}',
    body: 'Hej {{name}},\n\nnågon bad om ett nytt lösenord för din inloggning {{login_id}} hos {{company}}. Logga in på {{portal_link}} med detta tillfälliga lösenord och välj sedan ett eget:\n\n{{temporary_password}}\n\nDet fungerar en gång, till {{valid_until}}. Tills du har valt ett nytt lösenord fungerar ditt gamla.\n\nOm du inte bad om detta behöver du inte göra något.',
  },
};

const CATALOGUES: Record<SendLanguage, Catalogue> = { en, de, sv };

export const resetText = (mode: Mode, language: SendLanguage): MessageText => CATALOGUES[language][mode];
export const resetSms = (mode: Mode, language: SendLanguage): MessageText => ({
  subject: CATALOGUES[language][mode].subject,
  body: SMS[language][mode],
});
export const resetButton = (language: SendLanguage): string => CATALOGUES[language].button;
