export const PRINT_LANGUAGES = ['en', 'de', 'sv'] as const;
export type PrintLanguage = (typeof PRINT_LANGUAGES)[number];

/** Words on a label. */
export interface LabelTexts {
  /** What the code is for. */
  call: string;
  /** D5: somebody who is asked for a password on this page is on the wrong page. */
  neverAsks: string;
}

export const LABEL_TEXTS: Record<PrintLanguage, LabelTexts> = {
  en: { call: 'Scan to report a problem', neverAsks: 'We never ask for a password here.' },
  de: { call: 'Scannen und Problem melden', neverAsks: 'Wir fragen hier nie nach einem Passwort.' },
  sv: { call: 'Skanna och anmäl fel', neverAsks: 'Vi frågar aldrig efter lösenord här.' },
};

export interface TestPageTexts {
  title: string;
  stock: string;
  steps: readonly string[];
  small: string;
}

export const TEST_PAGE_TEXTS: Record<PrintLanguage, TestPageTexts> = {
  en: {
    title: 'Test page',
    stock: 'Label stock',
    steps: [
      'Print this page on plain paper at 100 % (“actual size”), never “fit to page”.',
      'Measure both rulers: 100 mm must be 100 mm, 4 in must be 4 in. If not, the printer scales: look for scaling, borderless or “fit” in its settings.',
      'Lay the page over a sheet of labels and hold both against the light: each outline must lie on a label.',
      'If all outlines are off by the same amount, move the sheet in the tray or set the offset in the printer. If they drift apart across the page, it is another stock or the scale is wrong.',
    ],
    small: 'Print at 100 %. The frame must lie on the edge of the label, the rulers must measure true.',
  },
  de: {
    title: 'Testseite',
    stock: 'Etiketten',
    steps: [
      'Drucken Sie diese Seite auf normales Papier mit 100 % („Tatsächliche Größe“), nie mit „An Seite anpassen“.',
      'Messen Sie beide Lineale nach: 100 mm müssen 100 mm sein, 4 in müssen 4 in sein. Wenn nicht, verkleinert der Drucker: Suchen Sie in seinen Einstellungen nach Skalierung, randlos oder „Anpassen“.',
      'Legen Sie die Seite auf einen Bogen Etiketten und halten Sie beide gegen das Licht: Jeder Umriss muss auf einem Etikett liegen.',
      'Sind alle Umrisse um das gleiche Maß verschoben, rücken Sie den Bogen im Fach zurecht oder stellen Sie den Versatz im Drucker ein. Wächst die Abweichung über die Seite, ist es ein anderer Bogen oder der Maßstab stimmt nicht.',
    ],
    small: 'Mit 100 % drucken. Der Rahmen muss auf der Kante des Etiketts liegen, die Lineale müssen stimmen.',
  },
  sv: {
    title: 'Testsida',
    stock: 'Etiketter',
    steps: [
      'Skriv ut sidan på vanligt papper i 100 % (”verklig storlek”), aldrig ”anpassa till sidan”.',
      'Mät båda linjalerna: 100 mm ska vara 100 mm, 4 in ska vara 4 in. Annars skalar skrivaren: leta efter skalning, kantlöst eller ”anpassa” i dess inställningar.',
      'Lägg sidan på ett etikettark och håll båda mot ljuset: varje kontur ska ligga på en etikett.',
      'Är alla konturer lika mycket fel, flytta arket i facket eller ställ in förskjutningen i skrivaren. Växer felet över sidan är det ett annat ark eller fel skala.',
    ],
    small: 'Skriv ut i 100 %. Ramen ska ligga på etikettens kant och linjalerna ska stämma.',
  },
};

export interface PosterStep {
  title: string;
  text: string;
}

export interface PosterTexts {
  title: string;
  steps: readonly PosterStep[];
  pin: string;
  address: string;
  neverAsks: string;
}

export const POSTER_TEXTS: Record<PrintLanguage, PosterTexts> = {
  en: {
    title: 'Something not working? Tell us.',
    steps: [
      { title: 'Scan', text: 'Point your phone’s camera at the code on the machine.' },
      { title: 'Type the PIN', text: 'The person in charge of this site knows it.' },
      { title: 'Describe', text: 'Say what is wrong, add a photo, send. You get a number to follow it.' },
    ],
    pin: 'PIN',
    address: 'No camera? Type the address and code on the label into your browser.',
    neverAsks: 'We never ask for a password or a payment there.',
  },
  de: {
    title: 'Etwas funktioniert nicht? Sagen Sie es uns.',
    steps: [
      { title: 'Scannen', text: 'Richten Sie die Kamera Ihres Telefons auf den Code an der Maschine.' },
      { title: 'PIN eingeben', text: 'Wer für diesen Standort zuständig ist, kennt sie.' },
      {
        title: 'Beschreiben',
        text: 'Sagen Sie, was los ist, fügen Sie ein Foto hinzu, senden Sie ab. Sie erhalten eine Nummer zum Verfolgen.',
      },
    ],
    pin: 'PIN',
    address: 'Keine Kamera? Geben Sie Adresse und Code vom Etikett im Browser ein.',
    neverAsks: 'Wir fragen dort nie nach einem Passwort oder einer Zahlung.',
  },
  sv: {
    title: 'Fungerar något inte? Berätta för oss.',
    steps: [
      { title: 'Skanna', text: 'Rikta telefonens kamera mot koden på maskinen.' },
      { title: 'Skriv PIN-koden', text: 'Den som ansvarar för platsen känner till den.' },
      { title: 'Beskriv', text: 'Berätta vad som är fel, lägg till ett foto och skicka. Du får ett nummer att följa.' },
    ],
    pin: 'PIN',
    address: 'Ingen kamera? Skriv in adressen och koden från etiketten i webbläsaren.',
    neverAsks: 'Vi frågar aldrig efter lösenord eller betalning där.',
  },
};
