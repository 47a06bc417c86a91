import type { LANGUAGES } from '../../http/schemas.js';

type Language = (typeof LANGUAGES)[number];

interface Text {
  subject: string;
  body: string;
}

/** To contacts, when the PIN of a deployment changes: with days of grace, or at once. Never the PIN. */
export const PIN_CHANGED: Record<Language, Record<'grace' | 'atOnce', Text>> = {
  en: {
    grace: {
      subject: 'The PIN at {{deployment}} changes',
      body: 'Hello,\n\nthe PIN for reporting problems at {{deployment}} was changed. The old PIN works until {{until}}; please use the new one from now on.\n\nWe do not send PINs by mail. Ask us for the new one: {{company_contact}}\n\n{{company}}',
    },
    atOnce: {
      subject: 'The PIN at {{deployment}} was changed',
      body: 'Hello,\n\nthe PIN for reporting problems at {{deployment}} was changed. The old PIN does not work any more.\n\nWe do not send PINs by mail. Ask us for the new one: {{company_contact}}\n\n{{company}}',
    },
  },
  de: {
    grace: {
      subject: 'Die PIN für {{deployment}} ändert sich',
      body: 'Guten Tag,\n\ndie PIN, mit der Sie bei {{deployment}} Störungen melden, wurde geändert. Die alte PIN gilt noch bis {{until}}; bitte benutzen Sie ab jetzt die neue.\n\nWir verschicken PINs nicht per E-Mail. Fragen Sie uns nach der neuen: {{company_contact}}\n\n{{company}}',
    },
    atOnce: {
      subject: 'Die PIN für {{deployment}} wurde geändert',
      body: 'Guten Tag,\n\ndie PIN, mit der Sie bei {{deployment}} Störungen melden, wurde geändert. Die alte PIN gilt nicht mehr.\n\nWir verschicken PINs nicht per E-Mail. Fragen Sie uns nach der neuen: {{company_contact}}\n\n{{company}}',
    },
  },
  sv: {
    grace: {
      subject: 'PIN-koden för {{deployment}} ändras',
      body: 'Hej,\n\nPIN-koden för att anmäla fel vid {{deployment}} har ändrats. Den gamla PIN-koden fungerar till och med {{until}}; använd gärna den nya redan nu.\n\nVi skickar inte PIN-koder med e-post. Fråga oss efter den nya: {{company_contact}}\n\n{{company}}',
    },
    atOnce: {
      subject: 'PIN-koden för {{deployment}} har ändrats',
      body: 'Hej,\n\nPIN-koden för att anmäla fel vid {{deployment}} har ändrats. Den gamla PIN-koden fungerar inte längre.\n\nVi skickar inte PIN-koder med e-post. Fråga oss efter den nya: {{company_contact}}\n\n{{company}}',
    },
  },
};

/** To staff, when strangers try PINs (D4.3). */
export const WRONG_PINS: Record<Language, Record<'warning' | 'paused', Text> & { button: string }> = {
  en: {
    warning: {
      subject: '{{tries}} wrong PINs at {{deployment}}',
      body: 'Somebody tried {{tries}} wrong PINs at {{deployment}} ({{customer}}). After 100 nobody new is let in there; people who were there before still are.\n\nIf these are not people who do not know the PIN, set a new one:\n\n{{link}}',
    },
    paused: {
      subject: 'PIN entry is paused at {{deployment}}',
      body: 'Somebody tried {{tries}} wrong PINs at {{deployment}} ({{customer}}). From now on no new visitor is let in there; people who were there before still are.\n\nSet a new PIN, or lift the pause:\n\n{{link}}',
    },
    button: 'Open the deployment',
  },
  de: {
    warning: {
      subject: '{{tries}} falsche PINs bei {{deployment}}',
      body: 'Bei {{deployment}} ({{customer}}) wurden {{tries}} falsche PINs versucht. Nach 100 kommt dort niemand Neues mehr hinein; wer schon einmal da war, weiterhin.\n\nWenn das nicht Leute waren, die die PIN nicht wissen, setzen Sie eine neue:\n\n{{link}}',
    },
    paused: {
      subject: 'Die PIN-Eingabe bei {{deployment}} ist angehalten',
      body: 'Bei {{deployment}} ({{customer}}) wurden {{tries}} falsche PINs versucht. Ab jetzt kommt dort niemand Neues hinein; wer schon einmal da war, weiterhin.\n\nSetzen Sie eine neue PIN oder heben Sie die Pause auf:\n\n{{link}}',
    },
    button: 'Standort öffnen',
  },
  sv: {
    warning: {
      subject: '{{tries}} felaktiga PIN-koder vid {{deployment}}',
      body: 'Någon har provat {{tries}} felaktiga PIN-koder vid {{deployment}} ({{customer}}). Efter 100 släpps ingen ny in där; den som har varit där förut släpps fortfarande in.\n\nOm det inte är folk som inte kan PIN-koden, välj en ny:\n\n{{link}}',
    },
    paused: {
      subject: 'PIN-inmatningen är pausad vid {{deployment}}',
      body: 'Någon har provat {{tries}} felaktiga PIN-koder vid {{deployment}} ({{customer}}). Från och med nu släpps ingen ny besökare in där; den som har varit där förut släpps fortfarande in.\n\nVälj en ny PIN-kod eller häv pausen:\n\n{{link}}',
    },
    button: 'Öppna platsen',
  },
};
