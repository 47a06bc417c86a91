import { fold } from '../../text/fold.js';

/** What a column can be. Secrets are not among them: an import never touches a credential (INV-1). */
export const IMPORT_FIELDS = [
  'customer_number',
  'customer_name',
  'customer_external_id',
  'customer_email',
  'customer_phone',
  'customer_language',
  'street',
  'postal_code',
  'city',
  'country',
  'customer_notes',
  'first_name',
  'last_name',
  'full_name',
  'email',
  'phone',
  'mobile',
  'office_phone',
  'language',
  'external_id',
  'portal_user',
  'deployment_name',
  'deployment_external_id',
  'time_zone',
  'deployment_notes',
  'device_name',
  'device_external_id',
  'model',
  'serial',
  'position',
  'tags',
  'device_notes',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** From the first name on they are the contact's; those before are the customer's. */
export const CONTACT_FIELDS: readonly ImportField[] = IMPORT_FIELDS.slice(IMPORT_FIELDS.indexOf('first_name'));

export const IMPORT_KINDS = ['people', 'devices'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const DEVICE_FIELDS: readonly ImportField[] = [
  'device_name',
  'device_external_id',
  'model',
  'serial',
  'position',
  'tags',
  'device_notes',
];

/** The site of a line of devices. The address is the deployment's there. */
export const DEPLOYMENT_FIELDS: readonly ImportField[] = [
  'deployment_name',
  'deployment_external_id',
  'street',
  'postal_code',
  'city',
  'country',
  'time_zone',
  'deployment_notes',
];

/** How a line of devices names the customer, which must exist. */
export const CUSTOMER_KEYS: readonly ImportField[] = ['customer_number', 'customer_name', 'customer_external_id'];

type Subject = 'customer' | 'contact' | 'deployment' | 'device';

/** What a column of each kind of file can be, and whom it is about. */
export const FIELDS_OF: Record<ImportKind, readonly { name: ImportField; of: Subject }[]> = {
  people: IMPORT_FIELDS.slice(0, IMPORT_FIELDS.indexOf('deployment_name')).map((name) => ({
    name,
    of: CONTACT_FIELDS.includes(name) ? 'contact' : 'customer',
  })),
  devices: [
    ...CUSTOMER_KEYS.map((name) => ({ name, of: 'customer' as const })),
    ...DEPLOYMENT_FIELDS.map((name) => ({ name, of: 'deployment' as const })),
    ...DEVICE_FIELDS.map((name) => ({ name, of: 'device' as const })),
  ],
};

/** Header words by field: English, German, Swedish, French, Spanish, Dutch. Compared folded, letters and digits only. */
const WORDS: Record<ImportField, string> = {
  customer_number:
    'customer number|customer no|customerno|customer nr|customer id|account number|number|no|kundennummer|kundennr|kunden nr|kdnr|kundnummer|kundnr|numero client|numero de cliente|klantnummer|klantnr',
  customer_name:
    'customer|customer name|company|company name|account|organization|organisation|kunde|kundenname|firma|firmenname|unternehmen|kund|kundnamn|foretag|foretagsnamn|bolag|client|societe|entreprise|empresa|cliente|klant|klantnaam|bedrijf',
  customer_external_id: 'customer external id|company external id|erp id|debitor|debitorennummer|debitornummer',
  customer_email: 'company email|customer email|office email|firmen email|email firma|foretagets epost|kundens epost',
  customer_phone:
    'company phone|customer phone|office telephone|telefon firma|firmentelefon|foretagets telefon|vaxel|switchboard',
  customer_language: 'customer language|company language|kundensprache|kundens sprak',
  street:
    'street|address|address line 1|street address|strasse|anschrift|adresse|gata|gatuadress|adress|rue|calle|direccion|straat|adres',
  postal_code: 'postal code|postcode|zip|zip code|plz|postleitzahl|postnummer|postnr|code postal|codigo postal',
  city: 'city|town|ort|stadt|stad|ville|ciudad|plaats|postort',
  country: 'country|country code|land|landkod|laenderkennzeichen|pays|pais',
  customer_notes:
    'notes|note|remark|remarks|comment|comments|bemerkung|bemerkungen|notiz|anmarkning|anteckning|kommentar|remarque|notas|opmerking',
  first_name: 'first name|firstname|given name|forename|vorname|fornamn|prenom|nombre|voornaam',
  last_name:
    'last name|lastname|surname|family name|nachname|familienname|zuname|efternamn|nom|apellido|apellidos|achternaam',
  full_name:
    'name|full name|fullname|contact|contact name|contact person|ansprechpartner|kontakt|kontaktperson|contacto|contactpersoon|namn',
  email:
    'email|e mail|mail|email address|contact email|e mail adresse|mailadresse|epost|epostadress|courriel|correo|correo electronico|emailadres',
  phone: 'phone|phone number|telephone|tel|phone 1|telefon|telefonnummer|rufnummer|telefono|telefoon',
  mobile:
    'mobile|mobile phone|cell|cell phone|cellphone|sms|handy|handynummer|mobil|mobiltelefon|mobilnummer|portable|movil|mobiel',
  office_phone:
    'office phone|work phone|business phone|direct line|phone 2|durchwahl|telefon geschaftlich|arbetstelefon|direktnummer',
  language: 'language|contact language|lang|sprache|sprak|langue|idioma|taal',
  external_id:
    'external id|contact id|contact external id|person id|externe id|externt id|id externe|reference|referenz|referens',
  portal_user:
    'portal user|portal|internet user|portal access|portalbenutzer|portalnutzer|internetbenutzer|portalanvandare',
  deployment_name:
    'deployment|deployment name|site|site name|location|plant|building|standort|werk|betrieb|gebaude|anlage standort|plats|anlaggning|arbetsplats|site nom|lieu|emplacement|ubicacion|locatie|vestiging',
  deployment_external_id:
    'deployment external id|deployment id|site id|site number|location id|standort id|standortnummer|werksnummer|plats id|platsnummer',
  time_zone: 'time zone|timezone|tz|zeitzone|tidszon|fuseau horaire|zona horaria|tijdzone',
  deployment_notes: 'deployment notes|site notes|bemerkung standort|anteckning plats',
  device_name:
    'device|device name|asset|asset name|machine|equipment|unit|gerat|geratename|maschine|anlage|enhet|maskin|utrustning|appareil|machine nom|equipo|maquina|apparaat',
  device_external_id:
    'device external id|device id|asset id|asset number|machine number|equipment number|geratenummer|maschinennummer|anlagennummer|inventarnummer|enhetsnummer|maskinnummer|utrustningsnummer',
  model: 'model|model name|type|device type|product|modell|typ|geratetyp|produkt|modele|modelo',
  serial:
    'serial|serial number|serial no|serial nr|s n|sn|seriennummer|seriennr|fabriknummer|serienummer|serienr|tillverkningsnummer|numero de serie|serienummer apparaat',
  position:
    'position|place|spot|area|hall|gate|stellplatz|aufstellort|platz|placering|emplacement precis|posicion|positie',
  tags: 'tags|tag|labels|keywords|stichworte|schlagworte|etiketter|taggar|mots cles|etiquetas',
  device_notes: 'device notes|machine notes|geratebemerkung|maskinanteckning',
};

const plain = (text: string): string =>
  fold(text)
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const byWord = (kind: ImportKind, more: Partial<Record<ImportField, string>> = {}): Map<string, ImportField> =>
  new Map(
    FIELDS_OF[kind].flatMap(({ name }) =>
      `${WORDS[name]}|${more[name] ?? ''}`
        .split('|')
        .filter(Boolean)
        .map((word) => [plain(word), name] as const),
    ),
  );

const PEOPLE_WORDS = byWord('people');

/** In a file of machines, a plain "name" or "notes" is the machine's. */
const DEVICE_WORDS = byWord('devices', {
  device_name: WORDS.full_name,
  device_external_id: `number|no|nr|${WORDS.external_id}`,
  device_notes: WORDS.customer_notes,
});

/** What each column most likely is: column index to field. A field is taken once, by the first column that names it. */
export function guessMapping(header: readonly string[], kind: ImportKind = 'people'): Record<string, ImportField> {
  return kind === 'people' ? guessPeople(header) : guessDevices(header);
}

/** Each column by the words for it; a field is taken once. */
function guessDevices(header: readonly string[]): Record<string, ImportField> {
  const mapping: Record<string, ImportField> = {};
  header.forEach((name, column) => {
    const field = DEVICE_WORDS.get(plain(name));
    if (field && !Object.values(mapping).includes(field)) mapping[column] = field;
  });
  return mapping;
}

function guessPeople(header: readonly string[]): Record<string, ImportField> {
  const mapping: Record<string, ImportField> = {};
  const taken = new Set<ImportField>();
  const hasPerson = header.some((name) => ['first_name', 'last_name'].includes(PEOPLE_WORDS.get(plain(name)) ?? ''));
  const hasCustomer = header.some((name) => PEOPLE_WORDS.get(plain(name)) === 'customer_name');
  header.forEach((name, column) => {
    let field = PEOPLE_WORDS.get(plain(name));
    // "Name" beside a first or last name, or alone, is the company's; beside a company it is the person's.
    if (
      field === 'full_name' &&
      !hasCustomer &&
      (hasPerson || !header.some((other) => PEOPLE_WORDS.get(plain(other)) === 'email'))
    )
      field = 'customer_name';
    if (!field || taken.has(field)) return;
    taken.add(field);
    mapping[column] = field;
  });
  return mapping;
}

const SECRET = /passw|kennwort|losenord|\bpin\b|secret/;

/** Columns that hold secrets by their name: shown as never imported. */
export const secretColumns = (header: readonly string[]): number[] =>
  header.flatMap((name, column) => (SECRET.test(fold(name)) ? [column] : []));
