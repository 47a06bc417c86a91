import { LANGUAGES } from '../http/schemas.js';

type Language = (typeof LANGUAGES)[number];
export type StaffText =
  | 'invitation'
  | 'newPassword'
  | 'passwordChanged'
  | 'signInAfterFailures'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'secondFactorReset'
  | 'recoveryCodesRenewed'
  | 'recoveryCodeUsed'
  | 'codeGuessed';

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
    secondFactorOn: {
      subject: 'Signing in now asks for a code',
      body: 'Hello {{name}},\n\nfrom now on, signing in to your account at {{company}} asks for a code of your authenticator app as well. Your other sessions have ended. If this was not you, tell an owner or administrator at once.',
    },
    secondFactorOff: {
      subject: 'Signing in no longer asks for a code',
      body: 'Hello {{name}},\n\nthe second step of signing in to your account at {{company}} was switched off. Your password alone is enough now. If this was not you, tell an owner or administrator at once.',
    },
    secondFactorReset: {
      subject: 'Your second step was removed',
      body: 'Hello {{name}},\n\na colleague has removed the second step of signing in to your account at {{company}}, and your sessions have ended. Sign in with your password and set up your authenticator app again. If you did not ask for this, tell an owner or administrator at once.',
    },
    recoveryCodesRenewed: {
      subject: 'You have new recovery codes',
      body: 'Hello {{name}},\n\nten new recovery codes were made for your account at {{company}}. The older ones no longer work. If this was not you, tell an owner or administrator at once.',
    },
    recoveryCodeUsed: {
      subject: 'A recovery code was used',
      body: 'Hello {{name}},\n\na recovery code was just used for your account at {{company}}. It does not work a second time. If this was not you, tell an owner or administrator at once.',
    },
    codeGuessed: {
      subject: 'Somebody knows your password',
      body: 'Hello {{name}},\n\nsomebody gave the right password of your account at {{company}} and then several wrong codes. If this was not you, change your password now and tell an owner or administrator.',
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
    secondFactorOn: {
      subject: 'Die Anmeldung fragt jetzt nach einem Code',
      body: 'Guten Tag {{name}},\n\nab jetzt fragt die Anmeldung an Ihrem Konto bei {{company}} auch nach einem Code Ihrer Authenticator-App. Ihre anderen Sitzungen sind beendet. Wenn Sie das nicht waren, geben Sie sofort einer Person mit Inhaber- oder Administratorrechten Bescheid.',
    },
    secondFactorOff: {
      subject: 'Die Anmeldung fragt nicht mehr nach einem Code',
      body: 'Guten Tag {{name}},\n\nder zweite Schritt der Anmeldung an Ihrem Konto bei {{company}} wurde ausgeschaltet. Ihr Passwort allein genügt jetzt. Wenn Sie das nicht waren, geben Sie sofort einer Person mit Inhaber- oder Administratorrechten Bescheid.',
    },
    secondFactorReset: {
      subject: 'Ihr zweiter Schritt wurde entfernt',
      body: 'Guten Tag {{name}},\n\neine Kollegin oder ein Kollege hat den zweiten Schritt der Anmeldung an Ihrem Konto bei {{company}} entfernt, Ihre Sitzungen sind beendet. Melden Sie sich mit Ihrem Passwort an und richten Sie die Authenticator-App neu ein. Wenn Sie das nicht wollten, geben Sie sofort einer Person mit Inhaber- oder Administratorrechten Bescheid.',
    },
    recoveryCodesRenewed: {
      subject: 'Sie haben neue Wiederherstellungscodes',
      body: 'Guten Tag {{name}},\n\nfür Ihr Konto bei {{company}} wurden zehn neue Wiederherstellungscodes erstellt. Die älteren gelten nicht mehr. Wenn Sie das nicht waren, geben Sie sofort einer Person mit Inhaber- oder Administratorrechten Bescheid.',
    },
    recoveryCodeUsed: {
      subject: 'Ein Wiederherstellungscode wurde benutzt',
      body: 'Guten Tag {{name}},\n\nfür Ihr Konto bei {{company}} wurde soeben ein Wiederherstellungscode benutzt. Er gilt kein zweites Mal. Wenn Sie das nicht waren, geben Sie sofort einer Person mit Inhaber- oder Administratorrechten Bescheid.',
    },
    codeGuessed: {
      subject: 'Jemand kennt Ihr Passwort',
      body: 'Guten Tag {{name}},\n\njemand hat das richtige Passwort Ihres Kontos bei {{company}} eingegeben und danach mehrere falsche Codes. Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort und geben Sie einer Person mit Inhaber- oder Administratorrechten Bescheid.',
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
    secondFactorOn: {
      subject: 'Inloggningen frågar nu efter en kod',
      body: 'Hej {{name}},\n\nfrån och med nu frågar inloggningen till ditt konto hos {{company}} också efter en kod från din autentiseringsapp. Dina andra sessioner har avslutats. Om det inte var du, säg genast till en ägare eller administratör.',
    },
    secondFactorOff: {
      subject: 'Inloggningen frågar inte längre efter en kod',
      body: 'Hej {{name}},\n\ndet andra steget vid inloggning till ditt konto hos {{company}} har stängts av. Nu räcker ditt lösenord. Om det inte var du, säg genast till en ägare eller administratör.',
    },
    secondFactorReset: {
      subject: 'Ditt andra steg togs bort',
      body: 'Hej {{name}},\n\nen kollega har tagit bort det andra steget vid inloggning till ditt konto hos {{company}}, och dina sessioner har avslutats. Logga in med ditt lösenord och ställ in autentiseringsappen igen. Om du inte bad om det, säg genast till en ägare eller administratör.',
    },
    recoveryCodesRenewed: {
      subject: 'Du har nya återställningskoder',
      body: 'Hej {{name}},\n\ntio nya återställningskoder har skapats för ditt konto hos {{company}}. De äldre fungerar inte längre. Om det inte var du, säg genast till en ägare eller administratör.',
    },
    recoveryCodeUsed: {
      subject: 'En återställningskod användes',
      body: 'Hej {{name}},\n\nen återställningskod har just använts för ditt konto hos {{company}}. Den fungerar inte en gång till. Om det inte var du, säg genast till en ägare eller administratör.',
    },
    codeGuessed: {
      subject: 'Någon kan ditt lösenord',
      body: 'Hej {{name}},\n\nnågon angav rätt lösenord till ditt konto hos {{company}} och sedan flera felaktiga koder. Om det inte var du, byt lösenord nu och säg till en ägare eller administratör.',
    },
  },
};
