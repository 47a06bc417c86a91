import { Injectable } from '@nestjs/common';
import { type Db, rows } from '../../db/sql.js';
import { LiveEvents } from '../../live/live-events.js';
import { INVITATION_STATE } from '../activation/invitation-sql.js';
import { RESET_READY, WAY_IN, WAY_IN_FACTS } from './way-in-sql.js';

/** A batch as large as an import's would flood the open pages: they fetch again when the import ends. */
const TELL_AT_MOST = 20;

const refreshSql = (which: string): string => `
  UPDATE contacts c SET access = f.access, invitation = f.invitation, way_in = f.way_in, reset_ready = f.reset_ready
    FROM (
      SELECT c.id, CASE
               WHEN c.asked_identity_id IS NOT NULL AND w.way_in = 'not_accepted' THEN 'invited'
               WHEN i.id IS NULL OR NOT (has.signed_in OR has.secret OR has.invitation) THEN 'none'
               WHEN c.status <> 'active' OR NOT c.is_portal_user OR u.status <> 'active' OR i.status <> 'active' THEN 'suspended'
               WHEN has.signed_in OR has.own_password THEN 'active'
               WHEN has.secret OR w.way_in = 'waiting' THEN 'invited'
               ELSE 'none' END AS access, ${INVITATION_STATE} AS invitation, w.way_in, ${RESET_READY} AS reset_ready
        FROM contacts c
        JOIN customers u ON u.id = c.customer_id
        LEFT JOIN identities i ON i.id = c.identity_id
        LEFT JOIN LATERAL (
          SELECT i.last_sign_in_at IS NOT NULL AS signed_in,
                 EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id) AS secret,
                 EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'password' AND s.set_by = 'contact') AS own_password,
                 EXISTS (SELECT 1 FROM invitations v WHERE v.identity_id = i.id) AS invitation,
                 ${WAY_IN_FACTS}
        ) has ON true
        CROSS JOIN LATERAL (SELECT ${WAY_IN} AS way_in) w
       WHERE ${which}) f
   WHERE c.id = f.id AND (c.access, c.invitation, c.way_in, c.reset_ready) IS DISTINCT FROM (f.access, f.invitation, f.way_in, f.reset_ready)
   RETURNING c.id`;

const REFRESH = refreshSql('c.id = ANY ($1)');
/** Of one contact, as nearly always: PostgreSQL then asks the indexes, instead of preparing for many by reading small tables from end to end. */
const REFRESH_ONE = refreshSql('c.id = ($1::uuid[])[1]');

/** Whether a new password may be asked for is decided by all contacts of a login (reset-decider.ts): it changes where it is off. */
const AFFECTED = `
  SELECT o.id FROM contacts c JOIN contacts o ON o.identity_id = c.identity_id
   WHERE c.id = ANY ($1) AND o.id <> ALL ($1) AND NOT o.may_reset_password`;

/** Keeps access, invitation, way_in and reset_ready of contacts in the transaction of their causes, so that lists can filter by them. A lock is laid over it when read. */
@Injectable()
export class AccessState {
  constructor(private readonly live: LiveEvents) {}

  async refresh(tx: Db, contactIds: readonly string[]): Promise<void> {
    await this.write(tx, contactIds);
    const others = await rows<{ id: string }>(tx, AFFECTED, [contactIds]);
    if (others.length > 0)
      await this.write(
        tx,
        others.map(({ id }) => id),
      );
  }

  private async write(tx: Db, contactIds: readonly string[]): Promise<void> {
    const changed = await rows<{ id: string }>(tx, contactIds.length === 1 ? REFRESH_ONE : REFRESH, [contactIds]);
    if (changed.length > TELL_AT_MOST) return;
    for (const { id } of changed) await this.live.publish(tx, { type: 'contact.changed', id });
  }

  /** All contacts of one person: a secret or a sign-in counts at every company. */
  async refreshPerson(tx: Db, identityId: string): Promise<void> {
    const contacts = await rows<{ id: string }>(tx, `SELECT id FROM contacts WHERE identity_id = $1`, [identityId]);
    await this.refresh(
      tx,
      contacts.map(({ id }) => id),
    );
  }
}
