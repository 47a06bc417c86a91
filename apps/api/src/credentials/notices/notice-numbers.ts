import { Injectable } from '@nestjs/common';
import { type Db, rows } from '../../db/sql.js';
import { SmsObstacles } from '../../notifications/sms/sms-obstacles.js';
import type { Settings } from '../../settings/settings.dto.js';
import type { Notice } from './notice-texts.js';

export const NOTICE_KIND = 'security-notice';

export interface Told {
  to: string;
  /** Who has the number on file: the carrier of the SMS is theirs. */
  contactId: string | null;
}

interface About {
  identityId: string;
  contactId: string | null;
  notice: Notice;
  /** The number that the notice is about. */
  phone: string | undefined;
}

/**
 * The numbers that the owner of login $1 has proven to hold (D9). The number that was proven this moment ($4) is in the hands of who
 * did it, and is told nothing; one that has just left the file ($5) is told as the old way (REC-16). None is told the same thing ($3)
 * twice within an hour, whatever is done how often.
 */
const NUMBERS = `
  SELECT n.e164 AS "to", coalesce(
           (SELECT c.id FROM contacts c JOIN contact_phones p ON p.contact_id = c.id
             WHERE c.identity_id = $1 AND p.e164 = n.e164 ORDER BY c.id = $2 DESC, c.id LIMIT 1), $2) AS "contactId"
    FROM (SELECT e164 FROM verified_phones WHERE identity_id = $1 AND e164 IS DISTINCT FROM $4::text UNION SELECT $5::text WHERE $5 IS NOT NULL) n
   WHERE NOT EXISTS (
     SELECT 1 FROM notifications t WHERE t.identity_id = $1 AND t.kind = '${NOTICE_KIND}' AND t.channel = 'sms' AND t.to_address = n.e164
        AND t.data ->> 'notice' = $3 AND t.created_at > now() - interval '1 hour')
   ORDER BY n.e164`;

/** Where a notice goes by SMS: nowhere else than to proven numbers, and only where it would leave at once (ADR 36). */
@Injectable()
export class NoticeNumbers {
  constructor(private readonly obstacles: SmsObstacles) {}

  async of(db: Db, { identityId, contactId, notice, phone }: About, settings: Settings): Promise<Told[]> {
    if (!settings.sms.tellsSecurity) return [];
    const [fresh, gone] = [notice === 'phone_confirmed' ? phone : null, notice === 'phone_left' ? phone : null];
    const found = await rows<Told>(db, NUMBERS, [identityId, contactId, notice, fresh ?? null, gone ?? null]);
    const told: Told[] = [];
    for (const one of found) if (await this.obstacles.wouldLeave(db, one, settings)) told.push(one);
    return told;
  }
}
