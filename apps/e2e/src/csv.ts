const FIRST = ['Jürgen', 'Zoë', 'Søren', 'Ana', 'Björn', 'Małgorzata', 'Günter', 'Émilie', 'Åsa', 'Dörte'];
const LAST = ['Müller', 'Öst', 'Groß', 'Schäfer', 'Lefèvre', 'Ekström', 'Krause', 'Weiß', 'Núñez', 'Sjöberg', 'Vogt'];
const TOWNS = ['Köln', 'München', 'Göttingen', 'Lübeck', 'Würzburg'];

export interface Line {
  customer: string;
  name: string;
  email: string;
  phone: string;
}

export const CONTACTS = 150;

/** 150 people of 50 companies, as a German spreadsheet would save them; every name and number differs. */
export const LINES: readonly Line[] = Array.from({ length: CONTACTS }, (_, index) => ({
  customer: `Förderwerk ${String(Math.floor(index / 3) + 1).padStart(2, '0')} GmbH`,
  name: `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}`,
  email: `person${index + 1}@foerderwerk.example`,
  phone: `0171/39${String(20_100 + index)}`,
}));

/** Semicolons, quotes, CRLF and a byte order mark. */
export function importFile(): { name: string; mimeType: string; buffer: Buffer } {
  const header = 'Kundennummer;Firma;Ort;Land;Vorname;Nachname;E-Mail;Mobil;Passwort';
  const lines = LINES.map(({ customer, name, email, phone }, index) => {
    const [first = '', last = ''] = name.split(' ');
    const number = 4001 + Math.floor(index / 3);
    const town = TOWNS[Math.floor(index / 3) % TOWNS.length];
    return [number, `"${customer}"`, town, 'DE', first, last, email, phone, 'geheim'].join(';');
  });
  const text = `\uFEFF${[header, ...lines].join('\r\n')}\r\n`;
  return { name: 'Kunden und Ansprechpartner.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}
