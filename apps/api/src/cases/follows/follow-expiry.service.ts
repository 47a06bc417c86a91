import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deleteInPortions, updateInPortions } from '../../db/in-portions.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';

/** For so long staff still see that somebody followed. */
const SHOWN_DAYS = 90;

/**
 * Follow links that ended lead nowhere, and are forgotten after a while with the name, address and phone in them, hourly, by the worker.
 * Those that messages were written with stay without these: they say which messages are whose.
 */
@Injectable()
export class FollowExpiry {
  constructor(
    private readonly db: DataSource,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'forgetting follow links', pauseMs: HOUR_MS, work: () => this.sweep() });
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
