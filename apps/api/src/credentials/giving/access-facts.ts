import { type Db, rows } from '../../db/sql.js';
import type { InvitationWay } from '../identity.entity.js';
import { PERSON_OF } from '../../contacts/person-sql.js';
import { ASKED_LOGIN } from '../joining/joining-sql.js';
import { hasVerified, isSharedWith, isVerifiedEnough } from '../phones/verified-sql.js';
import { CREDENTIAL_KINDS_SQL, JOINING_KIND } from '../sends/credential-kinds.js';

/** What decides how a contact gets in. */
export interface AccessFacts {
  contactId: string;
  customerId: string;
  customerName: string;
  language: string | null;
  isCustomerActive: boolean;
  isActive: boolean;
  isPortalUser: boolean;
  access: 'none' | 'invited' | 'active' | 'suspended';
  invitation: string;
  email: string | null;
  /** Mail to it came back, and nobody has said since that it works. */
  hasBounced: boolean;
  isSamePerson: boolean;
  /** The login is in use, and its owner signs in with another address. */
  isUnproven: boolean;
  isRecent: boolean;
  sentToday: number;
  /** The newest invitation was handed over like this. */
  lastWay: InvitationWay | null;
  phone: string | null;
  /** Of the contact: one that receives SMS, and nobody else's (S2.11). */
  mobile: string | null;
  /** There is one that somebody else has too. */
  hasSharedMobile: boolean;
  /** There is one that the person has not confirmed, where the settings ask for that. */
  hasUnverifiedMobile: boolean;
  hasPin: boolean;
  /** A secret or a sign-in: it may not be touched. */
  isInUse: boolean;
  /** Nobody has told the person of this company yet. */
  isNews: boolean;
  /** The person has a login, and has to accept this company first. */
  isAsked: boolean;
  isDeclined: boolean;
  /** Was asked by a message, and not only in the portal. */
  wasTold: boolean;
  /** Of the login that is asked: what its owner receives mail with. */
  askedEmail: string | null;
  /** Of the contact and of that login. */
  askedMobile: string | null;
}

/** Contacts `o` of other people who have number `p.e164` of contact `c` too. */
const OTHERS = `FROM contact_phones x JOIN contacts o ON o.id = x.contact_id
     WHERE x.e164 = p.e164 AND o.id <> c.id AND (${PERSON_OF('c')} IS NULL OR ${PERSON_OF('o')} IS DISTINCT FROM ${PERSON_OF('c')})
       AND ${isSharedWith('o.identity_id', 'c.identity_id', 'p.e164')}`;
const NOBODY_ELSES = `NOT EXISTS (SELECT 1 ${OTHERS})`;
const MOBILES = `FROM contact_phones p WHERE p.contact_id = c.id AND p.type = 'mobile' AND p.extension IS NULL`;

const FACTS = `
  SELECT c.id AS "contactId", c.customer_id AS "customerId", u.name AS "customerName", coalesce(i.language, a.language, c.language, u.language) AS language,
         u.status = 'active' AS "isCustomerActive", c.status = 'active' AS "isActive", c.is_portal_user AS "isPortalUser", c.access, c.invitation, c.email,
         EXISTS (SELECT 1 FROM address_troubles t WHERE t.address_key = c.email_key AND t.kind = 'bounced') AS "hasBounced",
         i.id IS NULL AND EXISTS (SELECT 1 FROM identities x JOIN contacts y ON y.identity_id = x.id AND y.customer_id = c.customer_id WHERE x.email_key = c.email_key) AS "isSamePerson",
         coalesce(c.access = 'active' AND i.email_key <> c.email_key, false) AS "isUnproven",
         coalesce(n.last > now() - interval '60 seconds', false) AS "isRecent", n.today::int AS "sentToday",
         coalesce((SELECT p.e164 FROM identity_phones p WHERE p.identity_id = i.id ORDER BY p.type = 'mobile' DESC, p.e164 LIMIT 1),
                  (SELECT p.e164 FROM contact_phones p WHERE p.contact_id = c.id AND p.extension IS NULL ORDER BY p.type = 'mobile' DESC, p.position LIMIT 1)) AS phone,
         (SELECT v.way FROM invitations v WHERE v.contact_id = c.id ORDER BY v.created_at DESC, v.id DESC LIMIT 1) AS "lastWay",
         (SELECT p.e164 ${MOBILES} AND ${isVerifiedEnough('c.identity_id', 'p.e164')} AND ${NOBODY_ELSES} ORDER BY ${hasVerified('c.identity_id', 'p.e164')} DESC, p.position LIMIT 1) AS mobile,
         EXISTS (SELECT 1 ${MOBILES} AND NOT (${NOBODY_ELSES})) AS "hasSharedMobile", EXISTS (SELECT 1 ${MOBILES} AND NOT ${isVerifiedEnough('c.identity_id', 'p.e164')}) AS "hasUnverifiedMobile",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'pin') AS "hasPin",
         i.id IS NOT NULL AND (i.last_sign_in_at IS NOT NULL OR EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.set_by = 'contact')) AS "isInUse",
         EXISTS (SELECT 1 FROM contacts o WHERE o.identity_id = i.id AND o.id <> c.id) AND i.last_contact_id IS DISTINCT FROM c.id AND c.joined_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM notifications w WHERE w.contact_id = c.id AND w.kind ${CREDENTIAL_KINDS_SQL}) AS "isNews",
         a.id IS NOT NULL AS "isAsked", c.declined_at IS NOT NULL AS "isDeclined", a.email AS "askedEmail",
         EXISTS (SELECT 1 FROM notifications w WHERE w.contact_id = c.id AND w.kind = '${JOINING_KIND}' AND w.identity_id = a.id) AS "wasTold",
         (SELECT p.e164 ${MOBILES} AND ${NOBODY_ELSES} AND EXISTS (SELECT 1 FROM identity_phones l WHERE l.identity_id = a.id AND l.e164 = p.e164) ORDER BY p.position LIMIT 1) AS "askedMobile"
    FROM contacts c
    JOIN customers u ON u.id = c.customer_id
    LEFT JOIN identities i ON i.id = c.identity_id
    LEFT JOIN identities a ON a.id = ${ASKED_LOGIN}
    LEFT JOIN LATERAL (SELECT max(created_at) AS last, count(*) AS today FROM notifications
                        WHERE contact_id = c.id AND kind ${CREDENTIAL_KINDS_SQL} AND created_at > now() - interval '24 hours') n ON true
   WHERE c.id = ANY ($1)`;

/** Unknown ids are left out. */
export const accessFacts = (db: Db, contactIds: readonly string[]): Promise<AccessFacts[]> =>
  rows<AccessFacts>(db, FACTS, [contactIds]);

const SHARERS = `
  SELECT p.e164 AS phone, s.name, u.name AS customer
    FROM contacts c JOIN contact_phones p ON p.contact_id = c.id AND p.type = 'mobile' AND p.extension IS NULL
    CROSS JOIN LATERAL (SELECT o.id, o.customer_id, coalesce(nullif(concat_ws(' ', o.first_name, o.last_name), ''), o.email, o.name_key) AS name ${OTHERS} ORDER BY o.id LIMIT 3) s
    JOIN customers u ON u.id = s.customer_id
   WHERE c.id = $1 ORDER BY p.position, s.id LIMIT 3`;

/** The first three people who have a mobile number of the contact too. */
export const mobileSharers = (
  db: Db,
  contactId: string,
): Promise<{ phone: string; name: string; customer: string }[]> => rows(db, SHARERS, [contactId]);
