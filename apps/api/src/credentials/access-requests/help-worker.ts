import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { oneByOne } from '../../db/one-by-one.js';
import { type Db, first, rows } from '../../db/sql.js';
import { Sweeps } from '../../db/sweeps.js';
import { SettingsService } from '../../settings/settings.service.js';
import { emailKey } from '../../text/email.js';
import { parsePhone } from '../../text/phone.js';
import { AccessCheckService } from '../access-check/access-check.service.js';
import type { TypedFacts } from './access-request.entity.js';
import { AccessRequestsService } from './access-requests.service.js';

const SECOND_MS = 1_000;

interface Asked {
  id: string;
  typed: TypedFacts;
}

/** The one contact with that address on file or as a login, an open one before others. */
const BY_EMAIL = `
  SELECT c.id FROM contacts c JOIN customers u ON u.id = c.customer_id
   WHERE c.email_key = $1 OR c.identity_id = (SELECT i.id FROM identities i WHERE i.email_key = $1)
   ORDER BY c.status = 'active' AND u.status = 'active' DESC, c.id LIMIT 1`;

const BY_PHONE = `
  SELECT c.id FROM contacts c JOIN customers u ON u.id = c.customer_id
   WHERE c.id IN (SELECT p.contact_id FROM contact_phones p WHERE p.e164 = $1 LIMIT 20)
      OR c.identity_id IN (SELECT p.identity_id FROM identity_phones p WHERE p.e164 = $1 LIMIT 20)
   ORDER BY c.status = 'active' AND u.status = 'active' DESC, c.id LIMIT 1`;

/** Finds out who may be meant by a cry for help, and what stands in the way. Only staff read it. */
@Injectable()
export class HelpWorker {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly checks: AccessCheckService,
    private readonly requests: AccessRequestsService,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'looking at access requests', pauseMs: SECOND_MS, work: () => this.lookAtAll() });
  }

  lookAtAll(): Promise<void> {
    return oneByOne<Asked>(this.db, {
      take: (tx, passed) =>
        first<Asked>(
          tx,
          `SELECT id, typed FROM access_requests WHERE NOT is_looked AND id <> ALL ($1) ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
          [passed],
        ),
      work: (tx, asked) => this.lookAt(tx, asked),
    });
  }

  private async lookAt(tx: Db, asked: Asked): Promise<void> {
    const contactId = await this.contact(tx, asked.typed.login ?? '');
    const findings = contactId ? await this.checks.troubles(tx, contactId) : [];
    await rows(tx, `UPDATE access_requests SET is_looked = true, contact_id = $2, findings = $3 WHERE id = $1`, [
      asked.id,
      contactId,
      JSON.stringify(findings),
    ]);
    await this.requests.tell(tx, asked.id);
  }

  private async contact(tx: Db, login: string): Promise<string | null> {
    const email = emailKey(login);
    if (email) return (await first<{ id: string }>(tx, BY_EMAIL, [email]))?.id ?? null;
    const { locale } = await this.settings.read(tx);
    const phone = parsePhone(login, locale.country)?.e164;
    return phone ? ((await first<{ id: string }>(tx, BY_PHONE, [phone]))?.id ?? null) : null;
  }
}
