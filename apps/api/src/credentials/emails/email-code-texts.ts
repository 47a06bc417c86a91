import type { MessageText, SendLanguage } from '../sends/credential-texts.js';

interface Texts {
  subject: string;
  /** To an address that nobody signs in with. */
  code: string;
  /** To the address of another login: no code, and nothing to do. */
  taken: string;
}

const TEXTS: Record<SendLanguage, Texts> = {
  en: {
    subject: 'Your e-mail address at {{company}}',
    code: 'Your code is {{code}}. It works for 10 minutes.\n\nType it in the settings of the portal of {{company}}. From then on you sign in with this e-mail address.\n\nTell the code to nobody. If you did not ask for it, there is nothing to do.',
    taken:
      'Somebody wanted to use this e-mail address for another login at {{company}}. It is the address of a login already, so nothing was changed.\n\nThere is nothing to do.',
  },
  de: {
    subject: 'Ihre E-Mail-Adresse bei {{company}}',
    code: 'Ihr Code lautet {{code}}. Er gilt 10 Minuten.\n\nGeben Sie ihn im Portal von {{company}} in den Einstellungen ein. Danach melden Sie sich mit dieser E-Mail-Adresse an.\n\nNennen Sie den Code niemandem. Wenn Sie ihn nicht angefordert haben, ist nichts zu tun.',
    taken:
      'Jemand wollte diese E-Mail-Adresse für eine andere Anmeldung bei {{company}} verwenden. Sie gehört bereits zu einer Anmeldung, deshalb wurde nichts geändert.\n\nEs ist nichts zu tun.',
  },
  sv: {
    subject: 'Din e-postadress hos {{company}}',
    code: 'Din kod är {{code}}. Den fungerar i 10 minuter.\n\nSkriv den i inställningarna i portalen hos {{company}}. Därefter loggar du in med den här e-postadressen.\n\nVisa koden för ingen. Om du inte har bett om den behöver du inte göra något.',
    taken:
      'Någon ville använda den här e-postadressen för en annan inloggning hos {{company}}. Den hör redan till en inloggning, så inget har ändrats.\n\nDu behöver inte göra något.',
  },
};

export function emailCodeText(language: SendLanguage, isTaken: boolean): MessageText {
  const { subject, code, taken } = TEXTS[language];
  return { subject, body: isTaken ? taken : code };
}
