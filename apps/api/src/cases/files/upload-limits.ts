import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { AppError } from '../../http/app-error.js';

/** Files of one contact that are arriving now: each is held in memory until it is whole. */
export const MOST_AT_ONCE = 5;
/** Files that one contact begins to send, whatever becomes of them. */
export const HOURLY = { max: 60, windowSeconds: 3_600 };

/** What one contact may send, looked at before the first byte is read (R12, D19). What waits unattached is limited where it is stored. */
@Injectable()
export class UploadLimits {
  /** In this process: its memory is what they would fill. */
  private readonly arriving = new Map<string, number>();

  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
  ) {}

  /** Throws file.too_many_at_once, file.hourly_limit. */
  async take<T>(owner: string, upload: () => Promise<T>): Promise<T> {
    const others = this.arriving.get(owner) ?? 0;
    if (others >= MOST_AT_ONCE) throw new AppError('file.too_many_at_once', { retryAfter: 2, waitSeconds: 2 });
    this.arriving.set(owner, others + 1);
    try {
      await this.spend(owner);
      return await upload();
    } finally {
      const left = (this.arriving.get(owner) ?? 1) - 1;
      if (left > 0) this.arriving.set(owner, left);
      else this.arriving.delete(owner);
    }
  }

  private async spend(owner: string): Promise<void> {
    const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, {
      kind: 'upload',
      subject: owner,
      rule: HOURLY,
    });
    if (!allowed) throw new AppError('file.hourly_limit', { retryAfter: resetSeconds, waitSeconds: resetSeconds });
  }
}
