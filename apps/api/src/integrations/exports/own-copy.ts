import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { NoticesService } from '../../credentials/notices/notices.service.js';
import { OwnPassword } from '../../credentials/portal/own-password.js';
import type { OwnSecret } from '../../credentials/portal/portal.dto.js';
import { rows, transaction } from '../../db/sql.js';
import type { PersonActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { personFile, personTexts, type Row } from './person-export.js';
import type { ZipEntry } from '../sheets/zip-file.js';

const PER_PERSON = { max: 5, windowSeconds: 86_400 } as const;

interface Own {
  contactId: string;
  customerId: string;
}

/** At the companies this person can choose: elsewhere somebody decided that they no longer look in. */
const OWN = `
  SELECT c.id AS "contactId", u.id AS "customerId" FROM contacts c JOIN customers u ON u.id = c.customer_id
   WHERE c.identity_id = $1 AND c.status = 'active' AND c.is_portal_user AND u.status = 'active' ORDER BY u.name_key, c.id LIMIT 200`;

/** Somebody takes a copy of what is kept about them (Art. 15 and 20, D24): handed over at once, to who has just typed their own secret. */
@Injectable()
export class OwnCopy {
  constructor(
    private readonly db: DataSource,
    private readonly proof: OwnPassword,
    private readonly budgets: BudgetsService,
    private readonly audit: AuditService,
    private readonly notices: NoticesService,
  ) {}

  /** On record, and told to the person, before the first byte. Throws password.wrong, pin.wrong, request.too_many. */
  async make(secret: OwnSecret, person: PersonActor): Promise<StreamableFile> {
    await this.proof.proveAnew(secret, person);
    await this.spend(person.identityId);
    const own = await rows<Own>(this.db, OWN, [person.identityId]);
    await transaction(this.db, async (tx) => {
      for (const contact of own) await this.audit.record(tx, person, 'contact.exported', { ...contact });
      await this.notices.send(tx, person.identityId, 'own_data_copied');
    });
    const files: ZipEntry[] = [];
    for (const [index, { contactId }] of own.entries()) {
      const before = own.length > 1 ? `${index + 1}-` : '';
      const texts = await personTexts(this.db, contactId, withoutReasons);
      files.push(...texts.map(({ name, content }) => ({ name: before + name, content })));
    }
    return personFile(files);
  }

  private async spend(identityId: string): Promise<void> {
    const attempt = { kind: 'own-copy', subject: identityId, rule: PER_PERSON };
    const { allowed, resetSeconds } = await this.budgets.spendWithin(this.db, attempt);
    if (!allowed) throw new AppError('request.too_many', { waitSeconds: resetSeconds });
  }
}

/** Why staff did something they wrote for each other. Whoever asks the company for a copy gets it from somebody who reads it first. */
function withoutReasons(row: Row): Row {
  if (typeof row['detail'] !== 'string') return row;
  const { reason: _, ...detail } = JSON.parse(row['detail']) as Record<string, unknown>;
  return { ...row, detail: JSON.stringify(detail) };
}
