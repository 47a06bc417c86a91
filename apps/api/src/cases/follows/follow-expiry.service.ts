import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { deleteInPortions, updateInPortions } from '../../db/in-portions.js';
import { rounds } from '../../db/rounds.js';

const START_MS = 4_000;
const HOUR_MS = 3_600_000;

/** For so long staff still see that somebody followed. */
const SHOWN_DAYS = 90;

/**
 * Follow links that ended lead nowhere, and are forgotten after a while with the name, address and phone in them, hourly, by the worker.
 * Those that messages were written with stay without these: they say which messages are whose.
 */
@Injectable()
export class FollowExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('follow expiry');
  private end: (() => void) | undefined;

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    const failed = (error: unknown): void =>
      this.log.warn({ err: error }, 'forgetting follow links failed, trying again');
    this.end = rounds(() => this.sweep(), { firstMs: START_MS, pauseMs: HOUR_MS, failed });
  }

  onModuleDestroy(): void {
    this.end?.();
  }

  async sweep(): Promise<void> {
    const over = `expires_at < now() - interval '${SHOWN_DAYS} days' AND num_nonnulls(name, email, phone, visit_browser_id) > 0`;
    const hasWritten = `EXISTS (SELECT 1 FROM case_messages m WHERE m.case_id = case_follows.case_id AND m.follow_id = case_follows.id)`;
    await deleteInPortions(this.db, 'case_follows', `${over} AND NOT ${hasWritten}`);
    await updateInPortions(this.db, 'case_follows', {
      set: 'name = NULL, email = NULL, phone = NULL, email_confirmed_at = NULL, visit_browser_id = NULL',
      where: over,
    });
  }
}
