import type { SendLanguage } from '../sends/credential-texts.js';

/** What a letter says; names are put in as they are. */
export interface LetterTexts {
  greeting: (name: string) => string;
  title: (company: string) => string;
  why: (company: string, customer: string) => string;
  scan: string;
  orType: (page: string) => string;
  code: string;
  login: string;
  until: (moment: string) => string;
  once: string;
  help: string;
  file: string;
}

export const LETTER_TEXTS: Record<SendLanguage, LetterTexts> = {
  en: {
    greeting: (name) => `Hello ${name},`,
    title: (company) => `Your access to ${company}`,
    why: (company, customer) =>
      `${company} has set up a login for you as a contact of ${customer}. With it you report a problem, follow what happens and read the answers.`,
    scan: 'Scan this code with the camera of your phone, and press Continue.',
    orType: (page) => `Or open ${page} and type:`,
    code: 'Code',
    login: 'Your login',
    until: (moment) => `It works until ${moment}.`,
    once: 'The code works once. Please keep this letter to yourself until you have used it.',
    help: 'Need help?',
    file: 'Letter',
  },
  de: {
    greeting: (name) => `Guten Tag ${name},`,
    title: (company) => `Ihr Zugang zu ${company}`,
    why: (company, customer) =>
      `${company} hat für Sie als Kontakt von ${customer} einen Zugang eingerichtet. Damit melden Sie ein Problem, verfolgen, was geschieht, und lesen die Antworten.`,
    scan: 'Scannen Sie diesen Code mit der Kamera Ihres Telefons und drücken Sie auf Weiter.',
    orType: (page) => `Oder öffnen Sie ${page} und tippen Sie ein:`,
    code: 'Code',
    login: 'Ihre Anmeldung',
    until: (moment) => `Er gilt bis ${moment}.`,
    once: 'Der Code gilt einmal. Bitte behalten Sie diesen Brief für sich, bis Sie ihn benutzt haben.',
    help: 'Brauchen Sie Hilfe?',
    file: 'Brief',
  },
  sv: {
    greeting: (name) => `Hej ${name},`,
    title: (company) => `Din inloggning hos ${company}`,
    why: (company, customer) =>
      `${company} har ordnat en inloggning åt dig som kontakt hos ${customer}. Med den anmäler du ett problem, följer vad som händer och läser svaren.`,
    scan: 'Skanna koden med telefonens kamera och tryck på Fortsätt.',
    orType: (page) => `Eller öppna ${page} och skriv in:`,
    code: 'Kod',
    login: 'Din inloggning',
    until: (moment) => `Den fungerar till ${moment}.`,
    once: 'Koden fungerar en gång. Behåll brevet för dig själv tills du har använt den.',
    help: 'Behöver du hjälp?',
    file: 'Brev',
  },
};
