import { Injectable } from '@nestjs/common';
import { newId } from '../db/id.js';
import { type Db, first } from '../db/sql.js';
import type { CaseOpened, CasePriority } from './case.dto.js';
import { CaseLog } from './case-log.service.js';
import type { Audience } from './notices/case-notices.service.js';

export interface Opening {
  id: string;
  customerId: string;
  contactId: string | null;
  subject: string;
  device: string | null;
  priority: CasePriority;
  source: 'portal' | 'staff' | 'api';
  assigneeId: string | null;
  body: string;
  author: { kind: 'staff' | 'contact'; id: string; name: string };
  files: { ids: string[]; owner: string };
}

/** Undefined `opened`: there is no such active customer with such an active contact. */
export interface Opened {
  opened: (CaseOpened & { audience: Audience; messageId: string }) | undefined;
  /** Set when a case with this id was there already: the same request sent again. */
  before: CaseOpened | undefined;
}

@Injectable()
export class CaseOpening {
  constructor(private readonly log: CaseLog) {}

  /** Writes the case, its first message and whom to tell, in one statement (P4), and hangs the files on it. */
  async write(tx: Db, opening: Opening): Promise<Opened> {
    const messageId = newId();
    const { author } = opening;
    const row = await first<Audience & { number: number }>(tx, OPEN, [
      opening.id,
      opening.customerId,
      opening.contactId,
      opening.subject,
      opening.device,
      opening.priority,
      opening.source,
      opening.assigneeId,
      author.kind,
      messageId,
      author.id,
      author.name,
      opening.body,
    ]);
    if (!row) return { opened: undefined, before: await this.existing(tx, opening) };
    await this.log.attach(tx, { id: messageId, caseId: opening.id }, opening.files);
    const { number, ...audience } = row;
    return { opened: { id: opening.id, number, audience, messageId }, before: undefined };
  }

  private existing(tx: Db, { id, customerId }: Opening): Promise<CaseOpened | undefined> {
    return first<CaseOpened>(tx, `SELECT id, number FROM cases WHERE id = $1 AND customer_id = $2`, [id, customerId]);
  }
}

/** The customer and the contact are the fence: both must be active, and the contact must belong to the customer (AZN-4). */
const OPEN = `
  WITH reporter AS (
    SELECT u.id AS customer_id, c.id AS contact_id, c.email, coalesce(c.language, u.language) AS language,
           coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, (SELECT e164 FROM contact_phones p WHERE p.contact_id = c.id ORDER BY position LIMIT 1)) AS name
      FROM customers u LEFT JOIN contacts c ON c.id = $3 AND c.customer_id = u.id AND c.status = 'active'
     WHERE u.id = $2 AND u.status = 'active' AND ($3::uuid IS NULL OR c.id IS NOT NULL)),
  opened AS (
    INSERT INTO cases (id, number, customer_id, contact_id, reporter_name, subject, device, priority, source, assignee_id, customer_message_at, staff_message_at)
    SELECT $1, nextval('case_number'), customer_id, contact_id, name, $4, $5, $6, $7, $8,
           CASE WHEN $9 = 'contact' THEN now() END, CASE WHEN $9 = 'staff' THEN now() END
      FROM reporter
    ON CONFLICT (id) DO NOTHING RETURNING number),
  message AS (
    INSERT INTO case_messages (id, case_id, visibility, author_kind, staff_id, contact_id, author_name, body)
    SELECT $10, $1, 'public', $9, CASE WHEN $9 = 'staff' THEN $11::uuid END, CASE WHEN $9 = 'contact' THEN $11::uuid END, $12, $13 FROM opened)
  SELECT o.number, $1::uuid AS "caseId", r.customer_id AS "customerId", r.contact_id AS "contactId", r.email AS "contactEmail", r.language AS "contactLanguage",
         m.id AS "assigneeId", m.email AS "assigneeEmail", m.language AS "assigneeLanguage",
         (SELECT data -> 'locale' ->> 'language' FROM settings WHERE id = 1) AS "companyLanguage"
    FROM opened o CROSS JOIN reporter r LEFT JOIN staff_members m ON m.id = $8 AND m.status = 'active'`;
