import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../../../db/sql.js';
import { MINUTE_MS, Sweeps } from '../../../db/sweeps.js';
import { hasTakenOver } from './rotation-sql.js';

/**
 * Ends what PINs opened that have ended (INV-8). The sign-in asks the clock itself; this only looks after the sessions of before. Such
 * a session was opened with the older PIN: the newer one was not used yet.
 */
@Injectable()
export class EndedPins {
  constructor(
    private readonly db: DataSource,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'ending sessions of ended PINs', pauseMs: MINUTE_MS, work: () => this.endSessions() });
  }

  async endSessions(): Promise<void> {
    await rows(
      this.db,
      `DELETE FROM sessions s USING credentials p
        WHERE p.takes_over_at IS NOT NULL AND p.kind = 'pin' AND ${hasTakenOver('p')} AND s.identity_id = p.identity_id AND s.kind = 'contact' AND s.method = 'pin'`,
    );
  }
}
