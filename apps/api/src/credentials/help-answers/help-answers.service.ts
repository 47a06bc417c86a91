import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { networkOf } from '../../budgets/networks.js';
import { rows } from '../../db/sql.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';
import { DONE, type Done } from '../../http/schemas.js';
import type { AnswerHelp, HelpAnswers } from './help-answers.dto.js';

const KEPT_DAYS = 90;
const SHOWN_WORDS = 20;
/** One network, for presses and words together. */
const PER_NETWORK = { max: 20, windowSeconds: 1_800 } as const;

/** A "no" is counted when it is pressed; its words come afterwards, once. */
const KEEP = `
  INSERT INTO help_answers AS a (id, place, has_helped, words, day) VALUES ($1, $2, $3, $4, CURRENT_DATE)
  ON CONFLICT (id) DO UPDATE SET words = excluded.words
    WHERE a.words IS NULL AND NOT a.has_helped AND NOT excluded.has_helped AND a.place = excluded.place`;

/** "Did this answer your question?": which of our help helps, without anybody's name (S4.13). */
@Injectable()
export class HelpAnswersService {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'forgetting answers about help', pauseMs: HOUR_MS, work: () => this.forgetOld() });
  }

  /** Beyond its limit a network is answered the same, and nothing is written. */
  async keep({ id, place, hasHelped, words }: AnswerHelp, ip: string): Promise<Done> {
    const attempt = { kind: 'help-answer', subject: networkOf(ip), rule: PER_NETWORK };
    const { allowed } = await this.budgets.spendWithin(this.db, attempt);
    if (allowed) await rows(this.db, KEEP, [id, place, hasHelped, words ?? null]);
    return DONE;
  }

  async read(): Promise<HelpAnswers> {
    const [places, missed] = await Promise.all([
      rows<HelpAnswers['places'][number]>(
        this.db,
        `SELECT place, count(*) FILTER (WHERE has_helped)::int AS yes, count(*) FILTER (WHERE NOT has_helped)::int AS no
           FROM help_answers GROUP BY place ORDER BY count(*) DESC, place`,
      ),
      rows<HelpAnswers['missed'][number]>(
        this.db,
        `SELECT id, place, day::text AS day, words FROM help_answers WHERE words IS NOT NULL ORDER BY day DESC, id LIMIT ${SHOWN_WORDS}`,
      ),
    ]);
    return { days: KEPT_DAYS, places, missed };
  }

  /** They may hold what people wrote of themselves: nothing stays longer than it helps. */
  async forgetOld(): Promise<void> {
    await rows(this.db, `DELETE FROM help_answers WHERE day < CURRENT_DATE - ${KEPT_DAYS}`);
  }
}
