import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessChecks, type AccessCheck, type Finding } from '../../access-checks/access-checks.js';
import { type CheckSubject, Looking } from '../../access-checks/looking.js';
import { type Db, first } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { AccessCheckDto, AccessFindingDto } from './access-check.dto.js';
import { answerOf } from './answer.js';
import { SUBJECT } from './subject.js';

type Looked = Finding & Pick<AccessCheck, 'key' | 'group'>;

const isTrouble = ({ state }: Finding): boolean => state === 'red' || state === 'amber';

/** Every condition for getting in, looked at for one person (S4.10). Reads only. */
@Injectable()
export class AccessCheckService {
  constructor(
    private readonly db: DataSource,
    private readonly checks: AccessChecks,
  ) {}

  /** Throws row.not_found. */
  async ofContact(contactId: string, staff: StaffActor): Promise<AccessCheckDto> {
    const { subject, looked } = await this.look(this.db, contactId);
    const { customerId, customerName, name, language } = subject;
    const answer = answerOf(subject, looked);
    const checks = looked.map((one) => this.toDto(one, subject, staff));
    return { contactId, customerId, customerName, name, language, answer, checks, checkedAt: new Date() };
  }

  /** Names of what is red or amber, for a card. */
  async troubles(db: Db, contactId: string): Promise<string[]> {
    const { looked } = await this.look(db, contactId);
    return looked.filter(isTrouble).map(({ cause }) => cause);
  }

  private async look(db: Db, contactId: string): Promise<{ subject: CheckSubject; looked: Looked[] }> {
    const subject = await first<CheckSubject>(db, SUBJECT, [contactId]);
    if (!subject) throw new AppError('row.not_found');
    const looking = new Looking(db, subject);
    const looked = await Promise.all(
      this.checks.all().map(async ({ key, group, look }) => ({ key, group, ...(await look(looking)) })),
    );
    return { subject, looked };
  }

  private toDto(one: Looked, subject: CheckSubject, staff: StaffActor): AccessFindingDto {
    const { key, group, state, cause, facts = {}, blocks = null, fix } = one;
    const said = { ...facts, name: subject.name };
    return {
      key,
      group,
      state,
      cause,
      facts,
      blocks,
      fix: fix
        ? {
            act: fix.act,
            isAllowed: staff.permissions.has(fix.permission),
            method: fix.method,
            path: fix.path,
            body: fix.body ?? null,
            version: fix.version ?? null,
            needsInput: fix.needsInput ?? false,
          }
        : null,
      readOut: isTrouble(one) ? this.checks.sentence(subject.language, cause, said) : null,
    };
  }
}
