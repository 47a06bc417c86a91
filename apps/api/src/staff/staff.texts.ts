import { LANGUAGES } from '../http/schemas.js';

type Language = (typeof LANGUAGES)[number];
export type StaffText = 'invitation' | 'newPassword' | 'passwordChanged' | 'signInAfterFailures';

interface Text {
  subject: string;
  body: string;
}

/** The person's language where there is a catalogue, else the company's. */
export const languageOf = (own: string | null, company: Language): Language =>
  LANGUAGES.find((language) => language === own?.slice(0, 2)) ?? company;

export const BUTTONS: Record<Language, string> = {
  en: 'Set your password',
  de: 'Passwort festlegen',
  sv: 'Välj lösenord',
};

export const TEXTS: Record<Language, Record<StaffText, Text>> = {
  en: {
    invitation: {
      subject: 'Your access to {{company}}',
      body: 'Hello {{name}},\n\nyou have been invited to work with the customers of {{company}} in Latchkey. Set your password here:\n\n{{link}}\n\nThe link works once, for seven days. If you did not expect this message, you can ignore it.',
    },
    newPassword: {
      subject: 'Set a new password for {{company}}',
      body: 'Hello {{name}},\n\na colleague has sent you this link to set a new password. Your current password works until you have done so:\n\n{{link}}\n\nThe link works once, for one hour.',
    },
    passwordChanged: {
      subject: 'Your password was changed',
      body: 'Hello {{name}},\n\nthe password of your account at {{company}} was just changed, and your other sessions have ended. If this was not you, tell an owner or administrator at once.',
    },
    signInAfterFailures: {
      subject: 'Somebody tried to sign in as you',
      body: 'Hello {{name}},\n\nbefore your last sign-in at {{company}} there were several tries with a wrong password. If these were not yours, change your password and tell an owner or administrator.',
    },
  },
  de: {
    invitation: {
      subject: 'Ihr Zugang bei {{company}}',
      body: 'Guten Tag {{name}},\n\nSie wurden eingeladen, die Kunden von {{company}} in Latchkey zu betreuen. Legen Sie hier Ihr Passwort fest:\n\n{{link}}\n\nDer Link gilt einmal und sieben Tage lang. Wenn Sie diese Nachricht nicht erwartet haben, können Sie sie ignorieren.',
    },
    newPassword: {
      subject: 'Neues Passwort für {{company}} festlegen',
      body: 'Guten Tag {{name}},\n\neine Kollegin oder ein Kollege hat Ihnen diesen Link für ein neues Passwort geschickt. Ihr jetziges Passwort gilt, bis Sie ein neues festgelegt haben:\n\n{{link}}\n\nDer Link gilt einmal und eine Stunde lang.',
    },
    passwordChanged: {
      subject: 'Ihr Passwort wurde geändert',
      body: 'Guten Tag {{name}},\n\ndas Passwort Ihres Kontos bei {{company}} wurde soeben geändert, Ihre anderen Sitzungen sind beendet. Wenn Sie das nicht waren, geben Sie sofort einer Person mit Inhaber- oder Administratorrechten Bescheid.',
    },
    signInAfterFailures: {
      subject: 'Jemand hat versucht, sich als Sie anzumelden',
      body: 'Guten Tag {{name}},\n\nvor Ihrer letzten Anmeldung bei {{company}} gab es mehrere Versuche mit falschem Passwort. Wenn das nicht Sie waren, ändern Sie Ihr Passwort und geben Sie einer Person mit Inhaber- oder Administratorrechten Bescheid.',
    },
  },
  sv: {
    invitation: {
      subject: 'Din åtkomst till {{company}}',
      body: 'Hej {{name}},\n\ndu är inbjuden att arbeta med kunderna hos {{company}} i Latchkey. Välj ditt lösenord här:\n\n{{link}}\n\nLänken fungerar en gång, i sju dagar. Om du inte väntade dig det här meddelandet kan du bortse från det.',
    },
    newPassword: {
      subject: 'Välj ett nytt lösenord för {{company}}',
      body: 'Hej {{name}},\n\nen kollega har skickat dig den här länken för att välja ett nytt lösenord. Ditt nuvarande lösenord fungerar tills du har gjort det:\n\n{{link}}\n\nLänken fungerar en gång, i en timme.',
    },
    passwordChanged: {
      subject: 'Ditt lösenord har ändrats',
      body: 'Hej {{name}},\n\nlösenordet till ditt konto hos {{company}} har just ändrats och dina andra sessioner har avslutats. Om det inte var du, säg genast till en ägare eller administratör.',
    },
    signInAfterFailures: {
      subject: 'Någon försökte logga in som du',
      body: 'Hej {{name}},\n\nföre din senaste inloggning hos {{company}} gjordes flera försök med fel lösenord. Om det inte var du, byt lösenord och säg till en ägare eller administratör.',
    },
  },
};
