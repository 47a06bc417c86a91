import { Injectable } from '@nestjs/common';
import type { Finding } from '../../access-checks/access-checks.js';
import { fixes } from '../../access-checks/fixes.js';
import type { CheckSubject, Looking } from '../../access-checks/looking.js';
import type { Db } from '../../db/sql.js';
import type { Settings } from '../../settings/settings.dto.js';
import { hanging } from '../hanging.js';
import { type SmsObstacle, SmsLimits } from './sms-limits.js';
import { SmsServer } from './sms-server.js';

/** What would hold an SMS to one number back now, as sending it would find out, with what mends it (S4.10). */
@Injectable()
export class SmsObstacles {
  constructor(
    private readonly server: SmsServer,
    private readonly limits: SmsLimits,
  ) {}

  /** Undefined: it would leave, or be kept in the Outbox where no provider is needed. */
  async of({ db, subject }: Looking, to: string): Promise<Finding | undefined> {
    const { mode, settings } = await this.server.outlet();
    if (mode === 'outbox') return undefined;
    const fix = fixes.setUpSms();
    if (mode === 'off') return { state: 'amber', cause: 'sms_not_set_up', fix };
    const limit = await this.limits.obstacle(to, settings);
    if (limit) return { state: 'amber', cause: limit.cause, facts: { phone: to, ...limit.facts }, fix: liftOf(limit) };
    const carrier = await this.server.carrierObstacle(subject.contactId, settings);
    if (carrier) return { state: 'amber', cause: carrier.cause, facts: carrier.facts, fix: carrierFix(subject) };
    const hangs = await hanging(db, 'sms');
    return hangs && { state: 'red', cause: 'sms_hangs', facts: hangs, fix };
  }

  /** Whether one that nobody waits for is worth writing: it would leave now, or be kept in the Outbox. Asks within the caller's transaction. */
  async wouldLeave(
    db: Db,
    { to, contactId }: { to: string; contactId: string | null },
    settings: Settings,
  ): Promise<boolean> {
    const mode = this.server.mode(settings);
    if (mode !== 'provider') return mode === 'outbox';
    if (await this.limits.obstacle(to, settings, db)) return false;
    return !(await this.server.carrierObstacle(contactId, settings, db));
  }
}

const liftOf = ({ stopId }: SmsObstacle) => (stopId ? fixes.liftSmsStop(stopId) : fixes.setUpSms());

/** A carrier of the person's own is chosen on the contact. */
const carrierFix = (subject: CheckSubject) => (subject.hasCarrier ? fixes.editContact(subject) : fixes.setUpSms());
