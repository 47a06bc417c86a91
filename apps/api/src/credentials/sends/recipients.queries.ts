import { Injectable } from '@nestjs/common';
import { type Db, first, rows } from '../../db/sql.js';
import { ownPortalOrigin } from '../../settings/portal-origin-sql.js';
import { ASKED_LOGIN } from '../joining/joining-sql.js';
import { CREDENTIAL_KIND, CREDENTIAL_KINDS_SQL } from './credential-kinds.js';
import type { SentCredentials } from './sends.dto.js';

/** What decides whether and how a message with credentials can go to a contact. */
export interface Recipient {
  contactId: string;
  customerId: string;
  customerName: string;
  /** Of their customer's region or brand; null: the usual one (S4.2). */
  portalOrigin: string | null;
  name: string | null;
  email: string | null;
  emailKey: string | null;
  language: string | null;
  isPortalUser: boolean;
  isActive: boolean;
  isCustomerActive: boolean;
  access: 'none' | 'invited' | 'active' | 'suspended';
  /** Of the login; before there is one, what they will become. */
  loginEmail: string | null;
  loginEmailKey: string | null;
  /** The login itself has an e-mail: the one its owner signs in with. */
  hasLoginEmail: boolean;
  loginPhones: string[];
  hasPassword: boolean;
  hasPin: boolean;
  hasReadablePin: boolean;
  /** A newer PIN waits to be used. */
  hasNextPin: boolean;
  /** Mail to this address came back. */
  hasBounced: boolean;
  /** The e-mail is that of a person who is at this customer already. */
  isSamePerson: boolean;
  /** The person has a login and has to accept this company first. */
  isAsked: boolean;
  /** Something went out within the last 60 seconds; what failed at an address that was corrected since does not count. */
  isRecent: boolean;
  sentToday: number;
}

const REACHED_NOBODY = `(state IN ('refused', 'failed', 'bounced') AND channel = 'email' AND lower(to_address) <> c.email_key)`;

const RECIPIENTS = `
  SELECT c.id AS "contactId", c.customer_id AS "customerId", u.name AS "customerName", ${ownPortalOrigin('u')} AS "portalOrigin",
         nullif(concat_ws(' ', c.first_name, c.last_name), '') AS name, c.email, c.email_key AS "emailKey", coalesce(i.language, c.language, u.language) AS language,
         c.is_portal_user AS "isPortalUser", c.status = 'active' AS "isActive", u.status = 'active' AS "isCustomerActive", c.access,
         coalesce(i.email, c.email) AS "loginEmail", coalesce(i.email_key, c.email_key) AS "loginEmailKey", i.email_key IS NOT NULL AS "hasLoginEmail",
         CASE WHEN l.phones = '{}' OR NOT l.phones && o.phones THEN l.phones || o.phones ELSE l.phones END AS "loginPhones",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'password') AS "hasPassword",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'pin' AND s.state = 'active') AS "hasPin",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'pin' AND s.sealed IS NOT NULL AND s.first_used_at IS NULL AND s.readable_until > now()) AS "hasReadablePin",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'pin' AND s.state = 'pending') AS "hasNextPin",
         EXISTS (SELECT 1 FROM address_troubles t WHERE t.address_key = c.email_key AND t.kind = 'bounced') AS "hasBounced",
         i.id IS NULL AND EXISTS (SELECT 1 FROM identities x JOIN contacts y ON y.identity_id = x.id AND y.customer_id = c.customer_id WHERE x.email_key = c.email_key) AS "isSamePerson", ${ASKED_LOGIN} IS NOT NULL AS "isAsked",
         coalesce(n.last > now() - interval '60 seconds', false) AS "isRecent", coalesce(n.today, 0)::int AS "sentToday"
    FROM contacts c
    JOIN customers u ON u.id = c.customer_id
    LEFT JOIN identities i ON i.id = c.identity_id
    CROSS JOIN LATERAL (SELECT ARRAY(SELECT p.e164 FROM identity_phones p WHERE p.identity_id = i.id ORDER BY p.type = 'mobile' DESC, p.e164) AS phones) l
    CROSS JOIN LATERAL (SELECT ARRAY(SELECT p.e164 FROM contact_phones p WHERE p.contact_id = c.id AND p.extension IS NULL ORDER BY p.type = 'mobile' DESC, p.position) AS phones) o
    LEFT JOIN LATERAL (SELECT max(created_at) FILTER (WHERE ${REACHED_NOBODY} IS NOT TRUE) AS last, count(*) AS today FROM notifications
                        WHERE contact_id = c.id AND kind ${CREDENTIAL_KINDS_SQL} AND created_at > now() - interval '24 hours') n ON true
   WHERE c.id = ANY ($1)`;

@Injectable()
export class RecipientsQueries {
  /** In the order of the ids; unknown ids are left out. */
  async find(db: Db, contactIds: readonly string[]): Promise<Recipient[]> {
    const found = new Map((await rows<Recipient>(db, RECIPIENTS, [contactIds])).map((one) => [one.contactId, one]));
    return [...new Set(contactIds)].flatMap((id) => found.get(id) ?? []);
  }
}

/** The process died after this one and the request came again: it is not sent twice. */
export const sentBefore = (
  db: Db,
  contactId: string,
  batchId: string,
): Promise<SentCredentials['sent'][number] | undefined> =>
  first(
    db,
    `SELECT contact_id AS "contactId", id AS "notificationId", to_address AS to FROM notifications WHERE contact_id = $1 AND kind = $2 AND data ->> 'batch' = $3`,
    [contactId, CREDENTIAL_KIND, batchId],
  );
