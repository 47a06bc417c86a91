import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactHooks } from '../../contacts/contact-hooks.js';
import { rows } from '../../db/sql.js';

/** Who is let in again by staff was not removed by a colleague. */
const FORGET_REMOVAL = `
  UPDATE contacts SET removed_by_colleague_at = NULL WHERE id = ANY ($1) AND is_portal_user AND removed_by_colleague_at IS NOT NULL`;

/** The row that goes sets nothing to null any more. */
const HAND_OVER = `UPDATE contacts SET invited_by_contact_id = nullif($2::uuid, id) WHERE invited_by_contact_id = $1`;

/** Who answered for the company stays known. */
const HAND_OVER_ANSWERS = `UPDATE access_requests SET answered_by_contact_id = $2 WHERE answered_by_contact_id = $1`;

/** At another company it is nobody's colleague of before, and takes no place. */
const LEAVE = `
  UPDATE contacts SET invited_by_contact_id = NULL,
         invited_by_colleague_at = CASE WHEN id <> $1 THEN invited_by_colleague_at END, removed_by_colleague_at = CASE WHEN id <> $1 THEN removed_by_colleague_at END
   WHERE id = $1 OR invited_by_contact_id = $1`;

/** Keeps who invited whom in step with contacts that change, merge or move. */
@Injectable()
export class ColleagueHooks implements OnModuleInit {
  constructor(private readonly contacts: ContactHooks) {}

  onModuleInit(): void {
    this.contacts.register({
      saved: async (tx, contactIds) => void (await rows(tx, FORGET_REMOVAL, [contactIds])),
      merging: async (tx, { fromId, intoId }) => {
        for (const handOver of [HAND_OVER, HAND_OVER_ANSWERS]) await rows(tx, handOver, [fromId, intoId]);
      },
      moving: async (tx, { contactId }) => void (await rows(tx, LEAVE, [contactId])),
    });
  }
}
