import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { rows, transaction } from '../db/sql.js';
import { AccessState } from './identities/access-state.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Wide enough that a worker restarted within the hour misses nothing; the first look after a start goes back all the way. */
const USUAL_LOOK_BACK = '2 hours';
const WHOLE_LOOK_BACK = '100 years';
const AT_ONCE = 500;

/** Time alone ends things too: nobody acts when an invitation runs out. What is judged by the clock where it is used stays right without this. */
@Injectable()
export class ExpiryService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('expiry');
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly access: AccessState,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.guard(this.sweep());
    this.timers = [
      setInterval(() => this.guard(this.refreshExpired(USUAL_LOOK_BACK)), MINUTE_MS),
      setInterval(() => this.guard(this.forget()), HOUR_MS),
    ];
    for (const timer of this.timers) timer.unref();
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** Takes the access state from people whose invitation ran out, the sealed copies from PINs, and what nobody can use any more. */
  async sweep(): Promise<void> {
    await this.refreshExpired(WHOLE_LOOK_BACK);
    await this.forget();
  }

  /** Every hour: nothing depends on it, the clock is asked wherever one of these is used. */
  private async forget(): Promise<void> {
    await rows(this.db, `UPDATE credentials SET sealed = NULL WHERE sealed IS NOT NULL AND readable_until <= now()`);
    await rows(this.db, `DELETE FROM known_devices WHERE expires_at <= now()`);
    await rows(this.db, `DELETE FROM sessions WHERE expires_at <= now()`);
    // Answers hold what people wrote: kept while somebody may still ask again, and no longer (D24).
    await rows(this.db, `DELETE FROM idempotency_keys WHERE created_at < now() - interval '2 days'`);
    await rows(this.db, `DELETE FROM attempt_budgets WHERE kind = 'address' AND next_at <= now()`);
    await rows(
      this.db,
      `DELETE FROM attempt_budgets WHERE identity_id IS NULL AND updated_at < now() - interval '30 days'`,
    );
  }

  private guard(work: Promise<void>): void {
    work.catch((error: unknown) => this.log.error({ err: error }, 'ending what has expired failed'));
  }

  private async refreshExpired(lookBack: string): Promise<void> {
    const expired = await rows<{ id: string }>(
      this.db,
      `SELECT DISTINCT c.id FROM invitations v JOIN contacts c ON c.identity_id = v.identity_id AND c.access = 'invited'
        WHERE v.used_at IS NULL AND v.revoked_at IS NULL AND v.expires_at <= now() AND v.expires_at > now() - $1::interval`,
      [lookBack],
    );
    for (let at = 0; at < expired.length; at += AT_ONCE) {
      const ids = expired.slice(at, at + AT_ONCE).map(({ id }) => id);
      await transaction(this.db, (tx) => this.access.refresh(tx, ids));
    }
  }
}
