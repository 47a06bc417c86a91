import type { MessageText, SendLanguage } from '../sends/credential-texts.js';

/** What the owner of a login is told. Never a secret, never a link that does something. */
export const NOTICES = [
  'password_set_by_staff',
  'password_changed',
  'pin_changed',
  'login_activated',
  'sign_in_after_failures',
  'own_data_copied',
  'login_email_left',
  'login_email_taken_up',
  'phone_confirmed',
  'phone_left',
  'login_phone_left',
] as const;
export type Notice = (typeof NOTICES)[number];

interface Catalogue {
  notices: Record<Notice, MessageText>;
  closing: string;
}

const en: Catalogue = {
  notices: {
    password_set_by_staff: {
      subject: 'Your password for {{company}} was set',
      body: '{{company}} set a new password for your login. You will be told the password another way, not by mail.\n\nYour open sessions were ended.',
    },
    password_changed: {
      subject: 'Your password for {{company}} was changed',
      body: 'The password of your login was changed, and your other sessions were ended.',
    },
    pin_changed: {
      subject: 'Your PIN for {{company}} was changed',
      body: 'A new PIN is in use for your login. The old one does not work any more, and your other sessions were ended.',
    },
    login_activated: {
      subject: 'Your login for {{company}} is set up',
      body: 'A password was set for your login through the link we sent you. You can sign in with it at {{portal_link}}.',
    },
    sign_in_after_failures: {
      subject: 'Somebody signed in to your login for {{company}} after wrong tries',
      body: 'Your login was just used after several wrong tries.',
    },
    own_data_copied: {
      subject: 'Your data at {{company}} was downloaded',
      body: 'A copy of what is kept about you was downloaded from the portal.',
    },
    login_email_left: {
      subject: 'Your e-mail address at {{company}} was changed',
      body: 'Your login has another e-mail address now. This one does not open it any more, and your other sessions were ended.',
    },
    login_email_taken_up: {
      subject: 'You sign in to {{company}} with this e-mail address now',
      body: 'This is the e-mail address of your login from now on. Your password stays as it is. You sign in at {{portal_link}}.',
    },
    phone_confirmed: {
      subject: 'A phone number was confirmed for your login at {{company}}',
      body: 'The number ending in {{phone_end}} was confirmed with a code. New passwords may go there by SMS from now on.',
    },
    phone_left: {
      subject: 'A phone number at {{company}} is not on file any more',
      body: 'The number ending in {{phone_end}}, which you had confirmed, was taken off. No new passwords go there any more.',
    },
    login_phone_left: {
      subject: 'A phone number does not open your login at {{company}} any more',
      body: 'The number ending in {{phone_end}}, which is not on file any more, was taken off your login. Sessions that were opened with a PIN were ended.',
    },
  },
  closing: 'If this was you, there is nothing to do. If it was not, tell us at once.',
};

const de: Catalogue = {
  notices: {
    password_set_by_staff: {
      subject: 'Ihr Passwort bei {{company}} wurde gesetzt',
      body: '{{company}} hat für Ihre Anmeldung ein neues Passwort gesetzt. Sie erfahren es auf einem anderen Weg, nicht per E-Mail.\n\nIhre offenen Sitzungen wurden beendet.',
    },
    password_changed: {
      subject: 'Ihr Passwort bei {{company}} wurde geändert',
      body: 'Das Passwort Ihrer Anmeldung wurde geändert, Ihre anderen Sitzungen wurden beendet.',
    },
    pin_changed: {
      subject: 'Ihre PIN bei {{company}} wurde geändert',
      body: 'Für Ihre Anmeldung gilt jetzt eine neue PIN. Die alte gilt nicht mehr, Ihre anderen Sitzungen wurden beendet.',
    },
    login_activated: {
      subject: 'Ihre Anmeldung bei {{company}} ist eingerichtet',
      body: 'Über den Link, den wir Ihnen geschickt haben, wurde ein Passwort gesetzt. Sie können sich damit unter {{portal_link}} anmelden.',
    },
    sign_in_after_failures: {
      subject: 'Anmeldung bei {{company}} nach falschen Versuchen',
      body: 'Ihre Anmeldung wurde gerade nach mehreren falschen Versuchen benutzt.',
    },
    own_data_copied: {
      subject: 'Ihre Daten bei {{company}} wurden heruntergeladen',
      body: 'Aus dem Portal wurde eine Kopie dessen heruntergeladen, was über Sie gespeichert ist.',
    },
    login_email_left: {
      subject: 'Ihre E-Mail-Adresse bei {{company}} wurde geändert',
      body: 'Ihre Anmeldung hat jetzt eine andere E-Mail-Adresse. Mit dieser hier kommen Sie nicht mehr hinein, Ihre anderen Sitzungen wurden beendet.',
    },
    login_email_taken_up: {
      subject: 'Sie melden sich bei {{company}} jetzt mit dieser E-Mail-Adresse an',
      body: 'Das ist ab jetzt die E-Mail-Adresse Ihrer Anmeldung. Ihr Passwort bleibt, wie es ist. Sie melden sich unter {{portal_link}} an.',
    },
    phone_confirmed: {
      subject: 'Eine Telefonnummer für Ihre Anmeldung bei {{company}} wurde bestätigt',
      body: 'Die Nummer mit den letzten Ziffern {{phone_end}} wurde mit einem Code bestätigt. Neue Passwörter können ab jetzt per SMS dorthin gehen.',
    },
    phone_left: {
      subject: 'Eine Telefonnummer bei {{company}} ist nicht mehr hinterlegt',
      body: 'Die Nummer mit den letzten Ziffern {{phone_end}}, die Sie bestätigt hatten, wurde entfernt. Neue Passwörter gehen nicht mehr dorthin.',
    },
    login_phone_left: {
      subject: 'Eine Telefonnummer öffnet Ihre Anmeldung bei {{company}} nicht mehr',
      body: 'Die Nummer mit den letzten Ziffern {{phone_end}}, die nicht mehr hinterlegt ist, wurde von Ihrer Anmeldung entfernt. Sitzungen, die mit einer PIN geöffnet wurden, wurden beendet.',
    },
  },
  closing: 'Wenn Sie das waren, ist nichts zu tun. Wenn nicht, sagen Sie uns bitte sofort Bescheid.',
};

const sv: Catalogue = {
  notices: {
    password_set_by_staff: {
      subject: 'Ditt lösenord hos {{company}} har satts',
      body: '{{company}} har satt ett nytt lösenord för din inloggning. Du får veta det på annat sätt, inte via e-post.\n\nDina öppna sessioner har avslutats.',
    },
    password_changed: {
      subject: 'Ditt lösenord hos {{company}} har ändrats',
      body: 'Lösenordet för din inloggning har ändrats och dina andra sessioner har avslutats.',
    },
    pin_changed: {
      subject: 'Din PIN-kod hos {{company}} har ändrats',
      body: 'En ny PIN-kod gäller för din inloggning. Den gamla fungerar inte längre, och dina andra sessioner har avslutats.',
    },
    login_activated: {
      subject: 'Din inloggning hos {{company}} är klar',
      body: 'Ett lösenord har satts via länken vi skickade till dig. Du kan logga in med det på {{portal_link}}.',
    },
    sign_in_after_failures: {
      subject: 'Inloggning hos {{company}} efter felaktiga försök',
      body: 'Din inloggning användes just efter flera felaktiga försök.',
    },
    own_data_copied: {
      subject: 'Dina uppgifter hos {{company}} har laddats ner',
      body: 'En kopia av det som sparas om dig har laddats ner från portalen.',
    },
    login_email_left: {
      subject: 'Din e-postadress hos {{company}} har ändrats',
      body: 'Din inloggning har en annan e-postadress nu. Den här fungerar inte längre, och dina andra sessioner har avslutats.',
    },
    login_email_taken_up: {
      subject: 'Du loggar in hos {{company}} med den här e-postadressen nu',
      body: 'Det här är e-postadressen för din inloggning från och med nu. Lösenordet är som förut. Du loggar in på {{portal_link}}.',
    },
    phone_confirmed: {
      subject: 'Ett telefonnummer har bekräftats för din inloggning hos {{company}}',
      body: 'Numret som slutar på {{phone_end}} har bekräftats med en kod. Nya lösenord kan skickas dit via sms från och med nu.',
    },
    phone_left: {
      subject: 'Ett telefonnummer hos {{company}} finns inte kvar',
      body: 'Numret som slutar på {{phone_end}}, som du hade bekräftat, har tagits bort. Nya lösenord skickas inte dit längre.',
    },
    login_phone_left: {
      subject: 'Ett telefonnummer öppnar inte längre din inloggning hos {{company}}',
      body: 'Numret som slutar på {{phone_end}}, som inte finns kvar hos oss, har tagits bort från din inloggning. Sessioner som öppnats med en PIN-kod har avslutats.',
    },
  },
  closing: 'Om det var du behöver du inte göra något. Om det inte var du, säg till oss genast.',
};

const CATALOGUES: Record<SendLanguage, Catalogue> = { en, de, sv };

export function noticeText(notice: Notice, language: SendLanguage): MessageText {
  const { notices, closing } = CATALOGUES[language];
  return { subject: notices[notice].subject, body: `${notices[notice].body}\n\n${closing}` };
}
