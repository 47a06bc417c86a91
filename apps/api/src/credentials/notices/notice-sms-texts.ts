import type { MessageText, SendLanguage } from '../sends/credential-texts.js';
import type { Notice } from './notice-texts.js';

interface Catalogue {
  /** null: said by another one that is sent at the same moment. */
  notices: Record<Notice, string | null>;
  /** With a number of the company to call, and without. */
  call: string;
  tell: string;
}

/** Letters of GSM 03.38 only, within one part. Never a secret, and no link: who reads it may not be the owner of the login. */
const CATALOGUES: Record<SendLanguage, Catalogue> = {
  en: {
    notices: {
      password_set_by_staff: 'we set a new password for your login.',
      password_changed: 'the password of your login was changed.',
      pin_changed: 'the PIN of your login was changed.',
      login_activated: 'a password was set for your login.',
      sign_in_after_failures: 'your login was used after several wrong tries.',
      own_data_copied: 'a copy of your data was downloaded from the portal.',
      login_email_left: 'your login has another e-mail address now.',
      login_email_taken_up: null,
      phone_confirmed: 'the number ending in {{phone_end}} was confirmed for your login.',
      phone_left: 'the number ending in {{phone_end}} is not on file with us any more.',
      login_phone_left: 'the number ending in {{phone_end}} does not open your login any more.',
    },
    call: 'Not right? Call {{call}}.',
    tell: 'Not right? Tell us at once.',
  },
  de: {
    notices: {
      password_set_by_staff: 'wir haben für Ihre Anmeldung ein neues Passwort gesetzt.',
      password_changed: 'das Passwort Ihrer Anmeldung wurde geändert.',
      pin_changed: 'die PIN Ihrer Anmeldung wurde geändert.',
      login_activated: 'für Ihre Anmeldung wurde ein Passwort gesetzt.',
      sign_in_after_failures: 'Ihre Anmeldung wurde nach mehreren falschen Versuchen benutzt.',
      own_data_copied: 'eine Kopie Ihrer Daten wurde aus dem Portal heruntergeladen.',
      login_email_left: 'Ihre Anmeldung hat jetzt eine andere E-Mail-Adresse.',
      login_email_taken_up: null,
      phone_confirmed: 'die Nummer mit den letzten Ziffern {{phone_end}} wurde bestätigt.',
      phone_left: 'die Nummer mit den letzten Ziffern {{phone_end}} wurde entfernt.',
      login_phone_left: 'die Nummer mit den letzten Ziffern {{phone_end}} öffnet Ihre Anmeldung nicht mehr.',
    },
    call: 'Stimmt das nicht? Rufen Sie an: {{call}}.',
    tell: 'Stimmt das nicht? Sagen Sie es uns sofort.',
  },
  sv: {
    notices: {
      password_set_by_staff: 'vi har satt ett nytt lösenord för din inloggning.',
      password_changed: 'lösenordet för din inloggning har ändrats.',
      pin_changed: 'PIN-koden för din inloggning har ändrats.',
      login_activated: 'ett lösenord har satts för din inloggning.',
      sign_in_after_failures: 'din inloggning användes efter flera felaktiga försök.',
      own_data_copied: 'en kopia av dina uppgifter har laddats ner från portalen.',
      login_email_left: 'din inloggning har en annan e-postadress nu.',
      login_email_taken_up: null,
      phone_confirmed: 'numret som slutar på {{phone_end}} har bekräftats för din inloggning.',
      phone_left: 'numret som slutar på {{phone_end}} finns inte kvar hos oss.',
      login_phone_left: 'numret som slutar på {{phone_end}} öppnar inte längre din inloggning.',
    },
    call: 'Stämmer det inte? Ring {{call}}.',
    tell: 'Stämmer det inte? Säg till oss genast.',
  },
};

const SUBJECTS: Record<SendLanguage, string> = {
  en: 'About your login for {{company}}',
  de: 'Zu Ihrer Anmeldung bei {{company}}',
  sv: 'Om din inloggning hos {{company}}',
};

/** Null where nothing is to be said by SMS. The subject is what staff read in the Outbox. */
export function noticeSms(notice: Notice, language: SendLanguage, hasCall: boolean): MessageText | null {
  const { notices, call, tell } = CATALOGUES[language];
  const said = notices[notice];
  if (said === null) return null;
  return { subject: SUBJECTS[language], body: `{{company}}: ${said} ${hasCall ? call : tell}` };
}
