import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { Words } from './erased-traces.js';
import { ErasureJournal, type JournalEntry } from './erasure-journal.js';
import { ErasureService } from './erasure.service.js';
import { wordsIn } from './erasure-words.js';

const SYSTEM = { kind: 'system', name: 'Latchkey' } as const;

/** A restored backup knows erased people again: they are erased anew before this process serves or sends anything (R21). */
@Injectable()
export class ErasureReplay implements OnModuleInit {
  private readonly log = new Logger('erasures');

  constructor(
    private readonly db: DataSource,
    private readonly journal: ErasureJournal,
    private readonly erasures: ErasureService,
    private readonly settings: SettingsService,
  ) {}

  /** The modules that this one imports are ready: their hooks decide about logins. */
  async onModuleInit(): Promise<void> {
    const entries = await this.journal.read();
    if (entries.length === 0) return;
    const known = await rows<{ id: string }>(this.db, `SELECT id FROM contacts WHERE id = ANY ($1)`, [
      entries.map(({ contactId }) => contactId),
    ]);
    const back = new Set(known.map(({ id }) => id));
    const { locale } = await this.settings.read();
    const words = wordsIn(locale.language);
    for (const entry of entries.filter(({ contactId }) => back.has(contactId))) await this.eraseAgain(entry, words);
    await this.endLogins(entries.flatMap(({ identityId }) => identityId ?? []));
    if (back.size > 0)
      this.log.warn({ people: back.size }, 'people came back with a restored database and were erased again');
  }

  private async eraseAgain({ contactId, texts }: JournalEntry, words: Words): Promise<void> {
    try {
      await this.erasures.erase({ contactId, texts, actor: SYSTEM, words, before: async () => undefined });
    } catch (error) {
      // Another process that starts at the same time was faster.
      if (!(error instanceof AppError) || error.code !== 'row.not_found') throw error;
    }
  }

  /** A login that came back without its contact. */
  private endLogins(ids: string[]): Promise<unknown> {
    return transaction(this.db, (tx) =>
      rows(
        tx,
        `DELETE FROM identities i WHERE id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.identity_id = i.id)`,
        [ids],
      ),
    );
  }
}
