import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { ChainCutter } from '../../audit/chain/chain-cutter.service.js';
import { deleteInPortions, updateInPortions } from '../../db/in-portions.js';
import { first, rows, transaction } from '../../db/sql.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';
import { SettingsService } from '../../settings/settings.service.js';
import { wordsIn } from '../erasure/erasure-words.js';
import type { PortalPrivacy, RetentionPreview, RetentionQuery } from './retention.dto.js';
import { oldImports, oldLines, oldReporters, oldTexts } from './retention-sql.js';

const MOST_COUNTED = 100_000;
const CASES_AT_ONCE = 500;

/** Lets go of what names people when it is older than the company keeps it (D24). */
@Injectable()
export class RetentionService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly cutter: ChainCutter,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'letting go of what is old', pauseMs: HOUR_MS, work: () => this.sweep() });
  }

  async kept(): Promise<z.input<typeof PortalPrivacy>> {
    const { messageDays, reporterMonths, auditMonths } = (await this.settings.read()).retention;
    return { messageDays, reporterMonths, auditMonths };
  }

  async preview(kept: RetentionQuery): Promise<RetentionPreview> {
    const [messages, reporters, auditLines, importFiles] = await Promise.all([
      this.count('notifications', oldTexts(kept)),
      this.count('cases', oldReporters(kept)),
      this.count('audit_events', oldLines(kept)),
      this.count('imports', oldImports(kept)),
    ]);
    return { messages, reporters, auditLines, importFiles };
  }

  /** In portions; what somebody holds at the moment goes an hour later. */
  async sweep(): Promise<void> {
    const { retention, locale } = await this.settings.read();
    await updateInPortions(this.db, 'notifications', { set: `body = ''`, where: oldTexts(retention) });
    const { person } = wordsIn(locale.language);
    while ((await transaction(this.db, (tx) => this.forgetReporters(tx, oldReporters(retention), person))) > 0);
    await deleteInPortions(
      this.db,
      'import_chunks',
      `import_id IN (SELECT imports.id FROM imports WHERE ${oldImports(retention)})`,
    );
    await this.cutter.cut(retention.auditMonths);
  }

  /** Case, number and what was said stay; who said it goes, as after an erasure. */
  private async forgetReporters(tx: EntityManager, where: string, word: string): Promise<number> {
    const cases = await rows<{ id: string }>(
      tx,
      `UPDATE cases SET reporter_name = NULL, reporter_email = NULL, reporter_phone = NULL, version = version + 1
        WHERE id IN (SELECT id FROM cases WHERE ${where} LIMIT ${CASES_AT_ONCE} FOR UPDATE SKIP LOCKED) RETURNING id`,
    );
    const ids = [cases.map(({ id }) => id)];
    await rows(
      tx,
      `UPDATE case_messages SET author_name = '${word}' WHERE case_id = ANY ($1) AND author_kind = 'visitor'`,
      ids,
    );
    await rows(
      tx,
      `UPDATE case_follows SET name = NULL, email = NULL, phone = NULL, email_confirmed_at = NULL, visit_browser_id = NULL, revoked_at = coalesce(revoked_at, now())
        WHERE case_id = ANY ($1) AND num_nonnulls(name, email, phone, visit_browser_id) > 0`,
      ids,
    );
    return cases.length;
  }

  private async count(table: string, where: string): Promise<number> {
    const counted = await first<{ n: number }>(
      this.db,
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM ${table} WHERE ${where} LIMIT ${MOST_COUNTED}) x`,
    );
    return counted?.n ?? 0;
  }
}
