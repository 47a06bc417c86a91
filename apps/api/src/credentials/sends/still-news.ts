import { type Db, rows } from '../../db/sql.js';

const STILL_NEWS = `
  SELECT 1 FROM contacts c JOIN customers u ON u.id = c.customer_id JOIN identities i ON i.id = c.identity_id
   WHERE c.id = $1 AND c.joined_at IS NULL AND i.last_contact_id IS DISTINCT FROM c.id AND c.status = 'active' AND c.is_portal_user AND u.status = 'active'`;

/** "You now also have access to ..." waits for a slow server, and the person has found out by then: why it is not sent any more. */
export async function noNews(db: Db, contactId: string | null): Promise<{ cancelled: string } | undefined> {
  const news = await rows(db, STILL_NEWS, [contactId]);
  return news.length > 0 ? undefined : { cancelled: 'The person knows the company by now, or it is closed to them' };
}
