import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { networkOf } from '../../budgets/networks.js';
import { Keys } from '../../config/keys.js';
import { first } from '../../db/sql.js';
import { codeHashOf, secretHashOf } from '../labels/label-codes.js';
import { LateScans } from '../labels/late-scans.js';
import type { RecordScan } from './visit.dto.js';
import { SCANS_RULE } from './visit-rules.js';

/** Counts the scans of labels. Nobody outside learns whether one counted. */
@Injectable()
export class LabelScansService {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly budgets: BudgetsService,
    private readonly lateScans: LateScans,
  ) {}

  /**
   * Where the secret or the code is the label's: on the label, in its week, and as late where the label was replaced or revoked.
   * Of one network so many count within a quarter of an hour, right or wrong; the others are let go by.
   */
  async record({ label, secret, code }: RecordScan, ip: string): Promise<void> {
    const scanning = { kind: 'label-scans', subject: networkOf(ip), rule: SCANS_RULE };
    if (!(await this.budgets.spendWithin(this.db, scanning)).allowed) return;
    const ended = await first<{ id: string }>(this.db, COUNT, [
      label,
      secret === undefined ? null : secretHashOf(secret),
      code === undefined ? null : codeHashOf(this.keys, label, code),
    ]);
    if (ended) await this.lateScans.tell(ended.id);
  }
}

const COUNT = `
  WITH scanned AS (
    UPDATE labels SET scans = scans + 1, first_scan_at = coalesce(first_scan_at, now()), last_scan_at = now(),
           late_scan_at = CASE WHEN state = 'active' THEN late_scan_at ELSE now() END
     WHERE public_id = $1 AND (secret_hash = $2 OR code_hash = $3)
    RETURNING id, state = 'revoked' OR grace_until <= now() AS "hasEnded"),
  counted AS (
    INSERT INTO label_scans AS w (label_id, week, scans) SELECT id, date_trunc('week', now() AT TIME ZONE 'UTC')::date, 1 FROM scanned
    ON CONFLICT (label_id, week) DO UPDATE SET scans = w.scans + 1)
  SELECT id FROM scanned WHERE "hasEnded"`;
