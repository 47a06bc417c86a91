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
import { CustomerAsks, type Meant } from './customer-asks.service.js';

const SECOND_MS = 1_000;

interface Asked {
  id: string;
  typed: TypedFacts;
}

/** Contacts with that address on file or as a login, an open one before others; two say that it is more than one. */
const BY_EMAIL = `
  SELECT c.id, c.customer_id AS "customerId" FROM contacts c JOIN customers u ON u.id = c.customer_id
   WHERE c.email_key = $1 OR c.identity_id = (SELECT i.id FROM identities i WHERE i.email_key = $1)
   ORDER BY c.status = 'active' AND u.status = 'active' DESC, c.id LIMIT 2`;

const BY_PHONE = `
  SELECT c.id, c.customer_id AS "customerId" FROM contacts c JOIN customers u ON u.id = c.customer_id
   WHERE c.id IN (SELECT p.contact_id FROM contact_phones p WHERE p.e164 = $1 LIMIT 20)
      OR c.identity_id IN (SELECT p.identity_id FROM identity_phones p WHERE p.e164 = $1 LIMIT 20)
   ORDER BY c.status = 'active' AND u.status = 'active' DESC, c.id LIMIT 2`;

/** Finds out who may be meant by a cry for help, and what stands in the way. Only staff read it. */
@Injectable()
export class HelpWorker {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly checks: AccessCheckService,
    private readonly asks: CustomerAsks,
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
    const found = await this.contacts(tx, asked.typed.login ?? '');
    const [meant] = found;
    const findings = meant ? await this.checks.troubles(tx, meant.id) : [];
    await rows(tx, `UPDATE access_requests SET is_looked = true, contact_id = $2, findings = $3 WHERE id = $1`, [
      asked.id,
      meant?.id ?? null,
      JSON.stringify(findings),
    ]);
    await this.asks.recognise(tx, asked.id, found);
  }

  private async contacts(tx: Db, login: string): Promise<Meant[]> {
    const email = emailKey(login);
    if (email) return rows<Meant>(tx, BY_EMAIL, [email]);
    const { locale } = await this.settings.read(tx);
    const phone = parsePhone(login, locale.country)?.e164;
    return phone ? rows<Meant>(tx, BY_PHONE, [phone]) : [];
  }
}
