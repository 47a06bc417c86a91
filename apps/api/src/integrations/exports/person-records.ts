/*
 * Everything that is kept about a person, as the person may have it (Art. 15, D24): no secret, no hash, nothing about others. What
 * staff did is told without their names and addresses.
 */
export interface PersonTable {
  name: string;
  columns: readonly string[];
  /** Rows for contact $1. */
  sql: string;
}

const at = (column: string, name: string): string => `to_json(${column}) #>> '{}' AS ${name}`;
const LOGIN = '(SELECT identity_id FROM contacts WHERE id = $1)';

export const PERSON_TABLES: readonly PersonTable[] = [
  {
    name: 'contact',
    columns: [
      'customer',
      'first_name',
      'last_name',
      'email',
      'phones',
      'language',
      'external_id',
      'status',
      'portal_user',
      'access',
      'created',
      'changed',
    ],
    sql: `SELECT u.name AS customer, c.first_name, c.last_name, c.email, (SELECT string_agg(p.e164, ', ' ORDER BY p.position) FROM contact_phones p WHERE p.contact_id = c.id) AS phones,
                 c.language, c.external_id, c.status, c.is_portal_user::text AS portal_user, c.access, ${at('c.created_at', 'created')}, ${at('c.updated_at', 'changed')}
            FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.id = $1`,
  },
  {
    name: 'login',
    columns: ['email', 'name', 'phones', 'language', 'status', 'made', 'last_sign_in', 'last_sign_in_by', 'secrets'],
    sql: `SELECT i.email, i.display_name AS name, (SELECT string_agg(p.e164, ', ' ORDER BY p.e164) FROM identity_phones p WHERE p.identity_id = i.id) AS phones, i.language, i.status,
                 ${at('i.created_at', 'made')}, ${at('i.last_sign_in_at', 'last_sign_in')}, i.last_sign_in_method AS last_sign_in_by,
                 (SELECT string_agg(k.kind || ' since ' || k.set_at::date, ', ' ORDER BY k.set_at) FROM credentials k WHERE k.identity_id = i.id) AS secrets
            FROM identities i WHERE i.id = ${LOGIN}`,
  },
  {
    name: 'sessions',
    columns: ['started', 'last_used', 'ends', 'method', 'address', 'browser'],
    sql: `SELECT ${at('created_at', 'started')}, ${at('last_seen_at', 'last_used')}, ${at('expires_at', 'ends')}, method, ip AS address, user_agent AS browser FROM sessions WHERE contact_id = $1 ORDER BY id`,
  },
  {
    name: 'invitations',
    columns: ['sent', 'to', 'ends', 'used', 'revoked'],
    sql: `SELECT ${at('created_at', 'sent')}, sent_to AS to, ${at('expires_at', 'ends')}, ${at('used_at', 'used')}, ${at('revoked_at', 'revoked')} FROM invitations WHERE contact_id = $1 ORDER BY id`,
  },
  {
    name: 'cases',
    columns: ['number', 'subject', 'status', 'device', 'opened', 'closed', 'answers', 'reported_or_followed'],
    sql: `SELECT k.number, k.subject, k.status, k.device, ${at('k.created_at', 'opened')}, ${at('k.closed_at', 'closed')}, k.answers::text AS answers,
                 CASE WHEN k.contact_id = $1 THEN 'reported' ELSE 'followed' END AS reported_or_followed
            FROM cases k WHERE k.contact_id = $1 OR k.id IN (SELECT case_id FROM case_followers WHERE contact_id = $1) ORDER BY k.number`,
  },
  {
    name: 'messages',
    columns: ['case', 'written', 'text'],
    sql: `SELECT k.number AS case, ${at('m.created_at', 'written')}, m.body AS text FROM case_messages m JOIN cases k ON k.id = m.case_id WHERE m.contact_id = $1 ORDER BY m.id`,
  },
  {
    name: 'sent_to_the_person',
    columns: ['written', 'kind', 'channel', 'to', 'subject', 'state', 'accepted'],
    sql: `SELECT ${at('created_at', 'written')}, kind, channel, to_address AS to, subject, state, ${at('accepted_at', 'accepted')} FROM notifications WHERE contact_id = $1 ORDER BY id`,
  },
  {
    name: 'audit',
    columns: ['at', 'action', 'by', 'address', 'detail'],
    sql: `SELECT ${at('e.at', 'at')}, e.action, e.actor_kind AS by, CASE WHEN e.actor_kind IN ('contact', 'visitor') THEN e.ip END AS address, e.detail::text AS detail
            FROM audit_events e WHERE e.contact_id = $1
              OR (e.identity_id = ${LOGIN} AND (e.customer_id IS NULL OR e.customer_id = (SELECT customer_id FROM contacts WHERE id = $1))) ORDER BY e.id`,
  },
];
