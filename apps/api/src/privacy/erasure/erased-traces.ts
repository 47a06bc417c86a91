/*
 * What is left of a person when the contact has gone, place by place. Rows that belong to the company stay (cases, the record of what
 * was sent); what names the person goes.
 */
import type { EntityManager } from 'typeorm';
import { rows } from '../../db/sql.js';
import type { Person } from './person-traces.js';

/** Stands in place of the person, and of what they wrote. */
export interface Words {
  person: string;
  text: string;
}

export async function blankCases(
  tx: EntityManager,
  { caseIds, messageIds, followIds }: Person,
  words: Words,
): Promise<void> {
  await rows(
    tx,
    `UPDATE cases SET reporter_name = $2, reporter_email = NULL, reporter_phone = NULL, version = version + 1 WHERE id = ANY ($1)`,
    [caseIds, words.person],
  );
  await rows(tx, `UPDATE case_messages SET author_name = $2 WHERE id = ANY ($1)`, [messageIds, words.person]);
  await rows(
    tx,
    `UPDATE case_follows SET name = NULL, email = NULL, phone = NULL, email_confirmed_at = NULL, visit_browser_id = NULL, revoked_at = coalesce(revoked_at, now())
      WHERE id = ANY ($1)`,
    [followIds],
  );
}

/** Subjects, answers, messages and files: of the cases they reported, and what they wrote in those of others. */
export async function blankTexts(tx: EntityManager, { caseIds, messageIds }: Person, words: Words): Promise<void> {
  await rows(tx, `UPDATE cases SET subject = $2, answers = NULL WHERE id = ANY ($1)`, [caseIds, words.text]);
  await rows(tx, `UPDATE case_messages SET body = $2 WHERE id = ANY ($1)`, [messageIds, words.text]);
  await rows(tx, `DELETE FROM case_files WHERE message_id = ANY ($1)`, [messageIds]);
}

/** Kind, times and outcome of what was sent stay; a message that waits is not sent any more. */
export async function blankNotifications(tx: EntityManager, person: Person): Promise<number> {
  const { contactId, identityId, endsLogin, emails, phones, customerId } = person;
  const blanked = await rows<{ id: string }>(
    tx,
    `UPDATE notifications SET to_address = '', destination = '', subject = '', body = '', data = '{}', last_error = NULL,
            state = CASE WHEN state IN ('queued', 'sending') THEN 'cancelled' ELSE state END, lease_until = NULL, lease_token = NULL
      WHERE contact_id = $1 OR (identity_id = $2 AND $3) OR (lower(to_address) = ANY ($4) AND (customer_id = $5 OR $3)) RETURNING id`,
    [contactId, identityId, endsLogin, [...emails, ...phones], customerId],
  );
  const ids = blanked.map(({ id }) => id);
  await rows(
    tx,
    `UPDATE notification_events SET detail = NULL WHERE notification_id = ANY ($1) AND detail IS NOT NULL`,
    [ids],
  );
  return ids.length;
}

/** Lines of imports and of access runs, their name on invitations of colleagues, remembered answers of the API, notes about the address, cards they wrote before they had a login, and words about our help that tell who wrote them. */
export async function blankRest(
  tx: EntityManager,
  { contactId, customerId, emails, phones, endsLogin }: Person,
): Promise<void> {
  const imports = await rows<{ id: string }>(
    tx,
    `UPDATE import_rows SET title = '', before = NULL, reasons = '[]' WHERE contact_id = $1 RETURNING import_id AS id`,
    [contactId],
  );
  await rows(
    tx,
    `DELETE FROM import_chunks WHERE import_id IN (SELECT id FROM imports WHERE id = ANY ($1) AND state IN ('done', 'undone', 'failed'))`,
    [imports.map(({ id }) => id)],
  );
  await rows(
    tx,
    `UPDATE access_run_rows SET entry = NULL, sought = NULL WHERE entry IS NOT NULL AND (contact_id = $1 OR lower(entry) = ANY ($2))`,
    [contactId, [...emails, ...phones]],
  );
  await blankInviter(tx, contactId);
  await rows(tx, `DELETE FROM idempotency_keys WHERE position($1 in body::text) > 0`, [contactId]);
  await rows(
    tx,
    `UPDATE deployments SET notify_emails = ARRAY(SELECT e FROM unnest(notify_emails) e WHERE lower(e) <> ALL ($2))
      WHERE customer_id = $1 AND EXISTS (SELECT 1 FROM unnest(notify_emails) e WHERE lower(e) = ANY ($2))`,
    [customerId, emails],
  );
  if (!endsLogin) return;
  await rows(tx, `DELETE FROM address_troubles WHERE address_key = ANY ($1)`, [[...emails, ...phones]]);
  await rows(
    tx,
    `DELETE FROM access_requests WHERE lower(typed ->> 'login') = ANY ($1) OR typed ->> 'phone' = ANY ($2)`,
    [emails, phones],
  );
  await blankHelpAnswers(tx, emails, phones);
}

/** The name stands on invitations that the person sent to colleagues. */
async function blankInviter(tx: EntityManager, contactId: string): Promise<void> {
  await rows(tx, `UPDATE invitations SET created_by_name = NULL WHERE created_by_id = $1`, [contactId]);
  await rows(
    tx,
    `WITH sent AS (UPDATE notifications SET created_by_name = NULL WHERE created_by_id = $1 RETURNING id)
     UPDATE notification_events SET detail = NULL WHERE event = 'queued' AND notification_id IN (SELECT id FROM sent)`,
    [contactId],
  );
}

/** However a number was written, its last eight digits follow each other. */
async function blankHelpAnswers(tx: EntityManager, emails: string[], phones: string[]): Promise<void> {
  await rows(
    tx,
    `UPDATE help_answers SET words = NULL WHERE words IS NOT NULL
        AND (EXISTS (SELECT 1 FROM unnest($1::text[]) e WHERE position(e in lower(words)) > 0)
          OR EXISTS (SELECT 1 FROM unnest($2::text[]) p WHERE position(right(p, 8) in regexp_replace(words, '\\D', '', 'g')) > 0))`,
    [emails, phones],
  );
}
