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
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const CONTACT_FIELDS: readonly ImportField[] = [
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
];

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
};

const plain = (text: string): string =>
  fold(text)
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([field, words]) =>
    words.split('|').map((word) => [plain(word), field as ImportField] as const),
  ),
);

/** What each column most likely is: column index to field. A field is taken once, by the first column that names it. */
export function guessMapping(header: readonly string[]): Record<string, ImportField> {
  const mapping: Record<string, ImportField> = {};
  const taken = new Set<ImportField>();
  const hasPerson = header.some((name) => ['first_name', 'last_name'].includes(BY_WORD.get(plain(name)) ?? ''));
  const hasCustomer = header.some((name) => BY_WORD.get(plain(name)) === 'customer_name');
  header.forEach((name, column) => {
    let field = BY_WORD.get(plain(name));
    // "Name" beside a first or last name, or alone, is the company's; beside a company it is the person's.
    if (
      field === 'full_name' &&
      !hasCustomer &&
      (hasPerson || !header.some((other) => BY_WORD.get(plain(other)) === 'email'))
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
