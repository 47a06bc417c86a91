import { type Db, rows } from '../../db/sql.js';

/** By what the contact of a line is looked for; the first of them that finds somebody decides. */
export interface Sought {
  externalId?: string | undefined;
  /** Canonical. */
  email?: string | undefined;
  /** E.164. */
  phone?: string | undefined;
  /** Only contacts of this customer, by its number. */
  customer?: string | undefined;
}

export interface NewRow {
  position: number;
  contactId: string | null;
  sought: Sought | null;
}

/** Whom a line means, or why that cannot be said. */
export type Match = { contactId: string } | 'not_found' | 'ambiguous';

const FOUND = `
  WITH s AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(position int, "externalId" text, email text, phone text, customer text))
  SELECT f.position, f.rank, c.id
    FROM (SELECT s.position, s.customer, 1 AS rank, c.id FROM s JOIN contacts c ON c.external_id = s."externalId"
          UNION ALL SELECT s.position, s.customer, 2, c.id FROM s JOIN contacts c ON c.email_key = s.email
          UNION ALL SELECT s.position, s.customer, 3, p.contact_id FROM s JOIN contact_phones p ON p.e164 = s.phone AND p.extension IS NULL) f
    JOIN contacts c ON c.id = f.id
    JOIN customers u ON u.id = c.customer_id AND (f.customer IS NULL OR u.number = f.customer)
   GROUP BY 1, 2, 3`;

interface Found {
  position: number;
  rank: number;
  id: string;
}

/** Finds the contacts of lines, by position. */
export async function matchLines(db: Db, lines: readonly NewRow[]): Promise<Map<number, Match>> {
  const sought = lines.flatMap(({ position, sought: by }) => (by ? [{ position, ...by }] : []));
  if (sought.length === 0) return new Map();
  const found = await rows<Found>(db, FOUND, [JSON.stringify(sought)]);
  const byLine = new Map<number, Found[]>();
  for (const one of found) byLine.set(one.position, [...(byLine.get(one.position) ?? []), one]);
  return new Map(sought.map(({ position }) => [position, oneOf(byLine.get(position) ?? [])]));
}

function oneOf(found: readonly Found[]): Match {
  const best = Math.min(...found.map(({ rank }) => rank));
  const ids = found.filter(({ rank }) => rank === best).map(({ id }) => id);
  const [contactId] = ids;
  if (!contactId) return 'not_found';
  return ids.length === 1 ? { contactId } : 'ambiguous';
}
