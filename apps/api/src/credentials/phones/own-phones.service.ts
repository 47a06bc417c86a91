import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError, fieldError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { CodeBudgets } from '../codes/code-budgets.js';
import { CODE_TRIES, isCode } from '../codes/six-digits.js';
import { NoticesService } from '../notices/notices.service.js';
import { PhoneCodeSends } from './phone-code-sends.js';
import type { AskPhoneCode, ConfirmPhone, OwnPhoneDto, PhoneCodeSent } from './phones.dto.js';
import { hasVerified } from './verified-sql.js';

const OWN = `
  SELECT p.e164, p.type, p.type = 'mobile' AND p.extension IS NULL AS "canReceive", ${hasVerified('$2', 'p.e164')} AS "isVerified"
    FROM contact_phones p JOIN contacts c ON c.id = p.contact_id WHERE c.id = $1 AND c.identity_id = $2 ORDER BY p.position`;

/** A try is spent before the code is compared, whoever else tries at the same time. */
const SPEND = `
  UPDATE phone_codes SET tries = tries + 1
   WHERE identity_id = $1 AND e164 = $2 AND used_at IS NULL AND expires_at > now() AND tries < ${CODE_TRIES} RETURNING id, e164`;

const CONSUME = `
  UPDATE phone_codes SET used_at = now() WHERE identity_id = $1 AND e164 = $2 AND id = $3 AND used_at IS NULL AND expires_at > now() RETURNING id`;

interface OwnRow {
  e164: string;
  type: OwnPhoneDto['type'];
  canReceive: boolean;
  isVerified: boolean;
}

/** The numbers that are on file with the person, and proving with a code that one of them is in the person's hands (D9, ASVS 6.6.1). */
@Injectable()
export class OwnPhonesService {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: CodeBudgets,
    private readonly sends: PhoneCodeSends,
    private readonly audit: AuditService,
    private readonly notices: NoticesService,
  ) {}

  async list(person: ContactActor): Promise<{ items: OwnPhoneDto[] }> {
    const isOff = await this.sends.isOff();
    const own = await this.own(person);
    return {
      items: own.map(({ canReceive, ...phone }) => ({
        ...phone,
        canBeVerified: canReceive && !phone.isVerified && !isOff,
      })),
    };
  }

  /** Spent first: what is refused later was asked for all the same. Only ever to a number on file (INV-5). */
  async ask({ phone }: AskPhoneCode, person: ContactActor): Promise<PhoneCodeSent> {
    const own = (await this.own(person)).find(({ e164 }) => e164 === phone);
    if (!own) throw new AppError('row.not_found');
    if (!own.canReceive || (await this.sends.isOff())) throw new AppError('phone.no_sms');
    if (own.isVerified) throw new AppError('phone.is_verified');
    await this.budgets.phone(person);
    return transaction(this.db, (tx) => this.sends.send(tx, phone, person));
  }

  async confirm({ phone, code }: ConfirmPhone, person: ContactActor): Promise<Done> {
    const { identityId, contactId, customerId } = person;
    const open = await first<{ id: string; e164: string }>(this.db, SPEND, [identityId, phone]);
    if (!open) throw fieldError('/code', 'phone.code_ended');
    if (!isCode(code, this.sends.code(open))) throw fieldError('/code', 'phone.code_wrong');
    return transaction(this.db, async (tx) => {
      const used = await first(tx, CONSUME, [identityId, phone, open.id]);
      // Whoever changes the number just now waits, or has changed it.
      await rows(tx, `SELECT 1 FROM contacts WHERE id = $1 FOR SHARE`, [contactId]);
      const isOnFile = (await this.own(person, tx)).some(({ e164, canReceive }) => e164 === phone && canReceive);
      if (!used || !isOnFile) throw fieldError('/code', 'phone.code_ended');
      await rows(
        tx,
        `INSERT INTO verified_phones (identity_id, e164) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING e164`,
        [identityId, phone],
      );
      await this.audit.record(tx, person, 'phone.verified', { identityId, contactId, customerId, phone });
      await this.notices.aboutPhone(tx, { identityId, phone }, 'phone_confirmed');
      return DONE;
    });
  }

  private own({ contactId, identityId }: ContactActor, db: Db = this.db): Promise<OwnRow[]> {
    return rows<OwnRow>(db, OWN, [contactId, identityId]);
  }
}
