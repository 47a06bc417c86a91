import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { contactNameSql, loginFates } from '../../customers/login-fates.js';
import { first } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { EraseContact, Erased, ErasurePreview } from './erasure.dto.js';
import { ErasureJournal, type JournalEntry } from './erasure-journal.js';
import { ErasureService } from './erasure.service.js';
import { wordsIn } from './erasure-words.js';

type Counts = Omit<ErasurePreview, 'login' | 'hasJournal'>;

const upTo = (from: string): string => `(SELECT count(*)::int FROM (SELECT 1 FROM ${from} LIMIT 1000) capped)`;

const COUNTS = `
  SELECT ${contactNameSql('c')} AS name,
         ${upTo(`sessions s WHERE s.contact_id = c.id AND s.expires_at > now() AND s.idle_expires_at > now()`)} AS sessions,
         ${upTo('cases k WHERE k.contact_id = c.id')} AS cases,
         ${upTo(`cases k WHERE k.contact_id = c.id AND k.status <> 'closed'`)} AS "openCases",
         ${upTo('case_messages m WHERE m.contact_id = c.id')} AS "caseMessages",
         ${upTo('notifications n WHERE n.contact_id = c.id')} AS notifications,
         ${upTo('audit_events e WHERE e.contact_id = c.id')} AS "auditLines"
    FROM contacts c WHERE c.id = $1`;

/** Staff erase a person: what it would do, and doing it. */
@Injectable()
export class PersonErasure {
  constructor(
    private readonly db: DataSource,
    private readonly erasures: ErasureService,
    private readonly journal: ErasureJournal,
    private readonly settings: SettingsService,
  ) {}

  async preview(contactId: string): Promise<ErasurePreview> {
    const counts = await first<Counts>(this.db, COUNTS, [contactId]);
    if (!counts) throw new AppError('row.not_found');
    const [login] = await loginFates(this.db, 'c.id = $1', contactId);
    return { ...counts, login: login ?? null, hasJournal: this.journal.isKept };
  }

  /** Noted in the journal before it is committed: what is erased is noted, whatever happens in between. */
  async erase(contactId: string, { texts }: EraseContact, actor: StaffActor): Promise<Erased> {
    const { locale } = await this.settings.read();
    let entry: JournalEntry | undefined;
    try {
      return await this.erasures.erase({
        contactId,
        texts,
        actor,
        words: wordsIn(locale.language),
        before: async ({ identityId, endsLogin }) => {
          const at = new Date().toISOString();
          entry = { contactId, identityId: endsLogin ? identityId : null, texts, at };
          await this.journal.write(entry);
        },
      });
    } catch (error) {
      if (entry) await this.journal.write({ ...entry, takenBack: true });
      throw error;
    }
  }
}
