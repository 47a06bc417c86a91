import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deleteInPortions, updateInPortions } from '../db/in-portions.js';
import { rows, transaction } from '../db/sql.js';
import { HOUR_MS, MINUTE_MS, Sweeps } from '../db/sweeps.js';
import { isLost } from './activation/invitation-sql.js';
import { AccessState } from './identities/access-state.js';

/** Wide enough that a worker restarted within the hour misses nothing; the first look after a start goes back all the way. */
const USUAL_LOOK_BACK = '2 hours';
const WHOLE_LOOK_BACK = '100 years';
const AT_ONCE = 500;

/** From the open invitations, which are few beside all that ever were. */
const UNDELIVERED = `
  SELECT c.id FROM invitations v JOIN notifications n ON n.id = v.id AND ${isLost('n')}
    JOIN contacts c ON c.identity_id = v.identity_id AND (c.way_in = 'waiting' OR (c.way_in = 'invitation_undelivered' AND c.access = 'invited') OR (c.id = v.contact_id AND c.invitation = 'invited'))
   WHERE v.opened_at IS NULL AND v.used_at IS NULL AND v.revoked_at IS NULL AND v.expires_at > now()`;

const SENT_AGAIN = `
  SELECT d.id FROM contacts c
    JOIN LATERAL (SELECT v.id FROM invitations v WHERE v.contact_id = c.id ORDER BY v.created_at DESC, v.id DESC LIMIT 1) v ON true
    JOIN notifications n ON n.id = v.id AND NOT ${isLost('n')}
    JOIN contacts d ON d.identity_id = c.identity_id
   WHERE c.invitation = 'bounced'`;

/** Time alone ends things too: nobody acts when an invitation runs out. What is judged by the clock where it is used stays right without this. */
@Injectable()
export class ExpiryService {
  private lookBack = WHOLE_LOOK_BACK;

  constructor(
    private readonly db: DataSource,
    private readonly access: AccessState,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'ending invitations', pauseMs: MINUTE_MS, work: () => this.refreshExpired() });
    sweeps.add({ name: 'following invitations', pauseMs: MINUTE_MS / 4, work: () => this.refreshUndelivered() });
    sweeps.add({ name: 'forgetting what expired', pauseMs: HOUR_MS, work: () => this.forget() });
  }

  /** Takes the access state from people whose invitation ran out, the sealed copies from PINs, and what nobody can use any more. */
  async sweep(): Promise<void> {
    await this.refreshExpired();
    await this.refreshUndelivered();
    await this.forget();
  }

  /** Every hour: nothing depends on it, the clock is asked wherever one of these is used. */
  private async forget(): Promise<void> {
    await updateInPortions(this.db, 'credentials', {
      set: 'sealed = NULL',
      where: 'sealed IS NOT NULL AND readable_until <= now()',
    });
    await deleteInPortions(this.db, 'known_devices', 'expires_at <= now()');
    await deleteInPortions(this.db, 'phone_codes', 'expires_at <= now()');
    await deleteInPortions(this.db, 'email_changes', 'expires_at <= now()');
    await deleteInPortions(this.db, 'sessions', 'expires_at <= now()');
    // Answers hold what people wrote: kept while somebody may still ask again, and no longer (D24).
    await deleteInPortions(this.db, 'idempotency_keys', `created_at < now() - interval '2 days'`);
    await deleteInPortions(this.db, 'password_resets', `created_at < now() - interval '90 days'`);
    await deleteInPortions(this.db, 'attempt_budgets', `kind IN ('address', 'challenge') AND next_at <= now()`);
    // The last of its identifiers counts for a quarter of an hour beyond the last of its failures.
    await deleteInPortions(this.db, 'network_tries', `resets_at <= now() - interval '15 minutes'`);
    await deleteInPortions(
      this.db,
      'attempt_budgets',
      `identity_id IS NULL AND kind <> 'visit-portal' AND updated_at < now() - interval '30 days'`,
    );
  }

  /** The first look goes back all the way, and again until one of them has come to its end. */
  private async refreshExpired(): Promise<void> {
    const expired = await rows<{ id: string }>(
      this.db,
      `WITH expired AS (SELECT v.identity_id, v.contact_id FROM invitations v
         WHERE v.used_at IS NULL AND v.revoked_at IS NULL AND v.expires_at <= now() AND v.expires_at > now() - $1::interval)
       SELECT c.id FROM expired v JOIN contacts c ON c.identity_id = v.identity_id AND (c.access = 'invited' OR c.way_in = 'waiting')
        UNION SELECT c.id FROM expired v JOIN contacts c ON c.id = v.contact_id AND c.invitation IN ('invited', 'opened')`,
      [this.lookBack],
    );
    await this.refresh(expired);
    this.lookBack = USUAL_LOOK_BACK;
  }

  /** Whoever hands messages over knows nothing of invitations: what came back is noticed here, and what was sent again (S4.11). */
  private async refreshUndelivered(): Promise<void> {
    await this.refresh(await rows<{ id: string }>(this.db, UNDELIVERED));
    await this.refresh(await rows<{ id: string }>(this.db, SENT_AGAIN));
  }

  private async refresh(contacts: readonly { id: string }[]): Promise<void> {
    for (let at = 0; at < contacts.length; at += AT_ONCE) {
      const ids = contacts.slice(at, at + AT_ONCE).map(({ id }) => id);
      await transaction(this.db, (tx) => this.access.refresh(tx, ids));
    }
  }
}
