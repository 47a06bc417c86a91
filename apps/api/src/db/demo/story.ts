/** The people, companies and problems of the demo: plausible, invented, in several scripts. */
export interface DemoCustomer {
  name: string;
  city: string;
  country: string;
  language: string;
}

export const CUSTOMERS: readonly DemoCustomer[] = [
  ['Nordic AB', 'Göteborg', 'SE', 'sv'],
  ['Svea Bygg', 'Stockholm', 'SE', 'sv'],
  ['Åkessons Åkeri', 'Malmö', 'SE', 'sv'],
  ['Lindholm Logistik', 'Uppsala', 'SE', 'sv'],
  ['Fjällräven Depå', 'Östersund', 'SE', 'sv'],
  ['Bergström Bröd', 'Västerås', 'SE', 'sv'],
  ['Kvarnen Mejeri', 'Linköping', 'SE', 'sv'],
  ['Hamnterminalen', 'Helsingborg', 'SE', 'sv'],
  ['Müller Fördertechnik', 'Köln', 'DE', 'de'],
  ['Großmarkt Süd', 'München', 'DE', 'de'],
  ['Hafenlager Nord', 'Hamburg', 'DE', 'de'],
  ['Schäfer & Söhne', 'Stuttgart', 'DE', 'de'],
  ['Weißwasser Getränke', 'Leipzig', 'DE', 'de'],
  ['Jäger Pumpen', 'Dortmund', 'DE', 'de'],
  ['Alpenblick Hotels', 'Salzburg', 'AT', 'de'],
  ['Zürich Kühlhaus', 'Zürich', 'CH', 'de'],
  ['Harbour Cold Store', 'Bristol', 'GB', 'en'],
  ['Pennine Packaging', 'Leeds', 'GB', 'en'],
  ['Thistle Distillers', 'Inverness', 'GB', 'en'],
  ['Kestrel Parcel', 'Cork', 'IE', 'en'],
  ['Fjord Seafood', 'Bergen', 'NO', 'en'],
  ['Aurora Sawmills', 'Oulu', 'FI', 'en'],
  ['Øresund Bakery', 'København', 'DK', 'en'],
  ['Tulip Crates', 'Rotterdam', 'NL', 'en'],
  ['Boulangerie Lefèvre', 'Lyon', 'FR', 'en'],
  ['Aceites Núñez', 'Jaén', 'ES', 'en'],
  ['Cortiça Araújo', 'Porto', 'PT', 'en'],
  ['Officine Bianchi', 'Torino', 'IT', 'en'],
  ['Żuraw Dźwigi', 'Gdańsk', 'PL', 'en'],
  ['Český Chléb', 'Brno', 'CZ', 'en'],
  ['Szőlő Pincészet', 'Eger', 'HU', 'en'],
  ['Αιγαίο Ψυγεία', 'Πειραιάς', 'GR', 'en'],
  ['Дунав Транспорт', 'Русе', 'BG', 'en'],
  ['İstanbul Ambalaj', 'İstanbul', 'TR', 'en'],
  ['Rīgas Osta', 'Rīga', 'LV', 'en'],
  ['Tallinna Ladu', 'Tallinn', 'EE', 'en'],
  ['東京冷蔵', '東京', 'JP', 'en'],
  ['مخازن الخليج', 'دبي', 'AE', 'en'],
  ['Maple Grain', 'Winnipeg', 'CA', 'en'],
  ['Southern Star Wool', 'Dunedin', 'NZ', 'en'],
].map(([name = '', city = '', country = '', language = '']) => ({ name, city, country, language }));

export const PEOPLE: readonly (readonly [first: string | null, last: string | null])[] = [
  ['Eva', 'Lind'],
  ['Karl', 'Åberg'],
  [null, null],
  ['Ana', 'Ruiz'],
  ['Björn', 'Öst'],
  ['Maja', 'Sjöberg'],
  ['Jürgen', 'Krause'],
  ['Sabine', 'Vogt'],
  ['Oliver', 'Hughes'],
  ['Grace', 'Byrne'],
  ['Zoë', 'Marchetti'],
  ['Łukasz', 'Wójcik'],
  ['Νίκος', 'Παπαδόπουλος'],
  ['Мария', 'Иванова'],
  ['Ayşe', 'Yılmaz'],
  ['花子', '山田'],
  ['ليلى', 'حداد'],
  ['Pekka', 'Virtanen'],
  ['Signe', 'Holm'],
  ['Lars', null],
  ['Nils', 'Ekström'],
  ['Ingrid', 'Dahl'],
  ['Tomáš', 'Dvořák'],
  ['Réka', 'Szabó'],
  ['Inês', 'Araújo'],
  ['Marco', 'Bianchi'],
  ['Chloé', 'Lefèvre'],
  ['Femke', 'de Vries'],
  ['Mia', 'Schäfer'],
  ['Jonas', 'Weber'],
  ['Aroha', 'Ngata'],
  ['Jack', 'Thornton'],
  ['Emily', 'Carter'],
  ['Anders', 'Nyström'],
  ['Karin', 'Forsberg'],
  ['Mohammed', 'Al Farsi'],
  ['Priya', 'Raman'],
  ['Dmitri', 'Petrov'],
  ['Katrin', 'Tamm'],
  ['Jānis', 'Ozols'],
];

export const ABROAD: Readonly<Record<string, string>> = {
  Νίκος: 'nikos',
  Παπαδόπουλος: 'papadopoulos',
  Мария: 'maria',
  Иванова: 'ivanova',
  花子: 'hanako',
  山田: 'yamada',
  ليلى: 'layla',
  حداد: 'haddad',
};

export const PROBLEMS: readonly (readonly [subject: string, body: string, device: string])[] = [
  [
    'Conveyor stops after two minutes',
    'It starts, runs for about two minutes and stops with a yellow light. Switching off and on helps once.',
    'Conveyor 4, hall 3',
  ],
  ['Robot does not leave its dock', 'The lamp is green but it does not move when a job is sent.', 'Robot R2'],
  [
    'Leak under the pump',
    'There is a puddle of oil under the pump since this morning. We put a tray under it.',
    'Pump P-11',
  ],
  ['Scanner reads nothing', 'Labels that worked yesterday are not read. We cleaned the glass.', 'Gate 2 scanner'],
  ['Door closes too fast', 'The gate closes while the pallet is still in it. Somebody will get hurt.', 'Gate 5'],
  ['Strange noise from the fan', 'A rattling noise, louder in the morning when it is cold.', 'Fan 1, cold store'],
  ['Display is dark', 'The machine works but the display shows nothing.', 'Packing line 2'],
  [
    'Question about the yearly service',
    'When is the next service due, and do we have to empty the tank before?',
    'Boiler',
  ],
  ['Temperature too high', 'The store shows minus 14 instead of minus 20 since last night.', 'Cold room B'],
  ['Spare part wanted', 'We need two more rollers like the ones from March.', 'Conveyor 1'],
  ['Emergency stop does not release', 'We pulled it out again, but the lamp stays red.', 'Press 7'],
  ['Battery is empty after an hour', 'It used to last a whole shift.', 'Truck T-3'],
];

export const REPLIES: readonly string[] = [
  'Thank you for the report. We will look at it today and come back to you.',
  'A technician is with you tomorrow between 8 and 10. Please keep the area free.',
  'The part is ordered and arrives on Thursday.',
];

/** What staff ask when it is the customer's turn. */
export const QUESTIONS: readonly string[] = [
  'Could you send us a photo of the type plate?',
  'We changed the setting from here. Does it work now?',
  'A technician could come on Thursday between 8 and 10. Does that suit you?',
];

export const ANSWERS: readonly string[] = [
  'Thank you, that helped.',
  'Yes, it works now.',
  'All good since yesterday.',
];

export const NOTES: readonly string[] = [
  'Same fault as in spring: check the relay first.',
  'Customer has a service contract, no invoice.',
  'Called, nobody answered.',
];
