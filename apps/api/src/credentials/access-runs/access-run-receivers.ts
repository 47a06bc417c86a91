import { Injectable } from '@nestjs/common';
import type { Db } from '../../db/sql.js';
import { accessFacts } from '../giving/access-facts.js';
import { accessPlan } from '../giving/access-plan.js';
import type { GiveAccess } from '../giving/giving.dto.js';
import { SmsRules } from '../giving/ways/sms-way.js';
import type { AccessRunRowDto, AccessRunVerdict } from './access-run.dto.js';
import { verdictOf } from './run-verdict.js';

export type ReadRow = AccessRunRowDto & {
  /** Of a row that waits in a run that gives access. */
  strategy: GiveAccess['strategy'] | null;
};

const BY_MESSAGE: ReadonlySet<AccessRunVerdict | null> = new Set<AccessRunVerdict>([
  'email',
  'sms',
  'added',
  'joining',
]);

/** Where the messages of a dry run would go: by the rules that send them, for a run keeps no addresses. */
@Injectable()
export class AccessRunReceivers {
  constructor(private readonly sms: SmsRules) {}

  async named(db: Db, found: readonly ReadRow[]): Promise<AccessRunRowDto[]> {
    const ids = found.flatMap(({ strategy, verdict, contact }) =>
      strategy !== null && contact && BY_MESSAGE.has(verdict) ? [contact.id] : [],
    );
    const facts = ids.length === 0 ? [] : await accessFacts(db, ids);
    const known = new Map(facts.map((one) => [one.contactId, one]));
    const smsCountries = facts.length === 0 ? null : await this.sms.countries(db);
    return found.map(({ strategy, ...row }) => {
      const about = strategy === null ? undefined : known.get(row.contact?.id ?? '');
      if (!about || strategy === null) return row;
      // Whether somebody may issue PINs decides nothing about a message.
      const plan = accessPlan(about, { strategy, mayIssuePin: true, smsCountries });
      return verdictOf(plan) === row.verdict ? { ...row, to: plan.to } : row;
    });
  }
}
