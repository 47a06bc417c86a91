import type { AlertLanguage } from '../../notifications/alerts/staff-alerts.js';

export type PausedSecret = 'password' | 'pin';

interface Text {
  subject: string;
  body: string;
}

/** What staff are told when the last try at a login was wrong: who, what still works, what to do. */
export const LOCK_ALERTS: Record<AlertLanguage, Record<PausedSecret, Text>> = {
  en: {
    pin: {
      subject: 'Sign-in by PIN is paused for {{person}}',
      body: 'The PIN of {{person}} ({{customer}}) was typed wrongly {{tries}} times in a row. It is not accepted any more, except in browsers where {{person}} signed in before.\n\nTalk to {{person}}, then lift the lock or issue a new PIN:\n\n{{link}}',
    },
    password: {
      subject: 'Sign-in by password is paused for {{person}}',
      body: 'The password of {{person}} ({{customer}}) was typed wrongly {{tries}} times in a row. It is not accepted any more, except in browsers where {{person}} signed in before.\n\nTalk to {{person}}, then lift the lock or send a link for a new password:\n\n{{link}}',
    },
  },
  de: {
    pin: {
      subject: 'Anmeldung mit PIN ist für {{person}} angehalten',
      body: 'Die PIN von {{person}} ({{customer}}) wurde {{tries}} Mal nacheinander falsch eingegeben. Sie wird nicht mehr angenommen, außer in Browsern, in denen {{person}} schon angemeldet war.\n\nSprechen Sie mit {{person}}, und heben Sie dann die Sperre auf oder stellen Sie eine neue PIN aus:\n\n{{link}}',
    },
    password: {
      subject: 'Anmeldung mit Passwort ist für {{person}} angehalten',
      body: 'Das Passwort von {{person}} ({{customer}}) wurde {{tries}} Mal nacheinander falsch eingegeben. Es wird nicht mehr angenommen, außer in Browsern, in denen {{person}} schon angemeldet war.\n\nSprechen Sie mit {{person}}, und heben Sie dann die Sperre auf oder senden Sie einen Link für ein neues Passwort:\n\n{{link}}',
    },
  },
  sv: {
    pin: {
      subject: 'Inloggning med PIN är pausad för {{person}}',
      body: 'PIN-koden för {{person}} ({{customer}}) har skrivits fel {{tries}} gånger i rad. Den godtas inte längre, utom i webbläsare där {{person}} redan har loggat in.\n\nPrata med {{person}} och häv sedan spärren eller utfärda en ny PIN:\n\n{{link}}',
    },
    password: {
      subject: 'Inloggning med lösenord är pausad för {{person}}',
      body: 'Lösenordet för {{person}} ({{customer}}) har skrivits fel {{tries}} gånger i rad. Det godtas inte längre, utom i webbläsare där {{person}} redan har loggat in.\n\nPrata med {{person}} och häv sedan spärren eller skicka en länk för ett nytt lösenord:\n\n{{link}}',
    },
  },
};

export const LOCK_ALERT_BUTTONS: Record<AlertLanguage, string> = {
  en: 'Open the contact',
  de: 'Kontakt öffnen',
  sv: 'Öppna kontakten',
};
