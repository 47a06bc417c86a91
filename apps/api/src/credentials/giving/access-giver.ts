import { Injectable } from '@nestjs/common';
import type { Db } from '../../db/sql.js';
import type { AuditActor, StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { type ContactRow, IdentitiesService } from '../identities/identities.service.js';
import type { Acting } from '../sends/send-rules.js';
import { type AccessFacts, accessFacts } from './access-facts.js';
import { accessPlan } from './access-plan.js';
import type { AccessPlanDto, GiveAccess } from './giving.dto.js';
import { JoiningWay } from '../joining/joining-way.js';
import { EmailWay } from './ways/email-way.js';
import { PinWay } from './ways/pin-way.js';
import { SmsWay } from './ways/sms-way.js';

/** One act of giving, for one contact. */
export interface Giving {
  strategy: GiveAccess['strategy'];
  again?: boolean | undefined;
  /** The same for every try of one request. */
  batchId: string;
  staff: StaffActor;
  acting?: Acting | undefined;
}

interface Planned {
  facts: AccessFacts;
  plan: AccessPlanDto;
}

/** Gives one contact a way in, in the caller's transaction: the button, a bulk run and an API call are this. */
@Injectable()
export class AccessGiver {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly email: EmailWay,
    private readonly sms: SmsWay,
    private readonly pin: PinWay,
    private readonly joining: JoiningWay,
  ) {}

  async plan(db: Db, contactId: string, giving: Giving): Promise<AccessPlanDto> {
    return (await this.planned(db, contactId, giving)).plan;
  }

  /** The contact's row is locked before it is looked at: of two at once, the second finds it done. */
  async give(tx: Db, contactId: string, giving: Giving): Promise<AccessPlanDto> {
    const contact = await this.identities.recognised(tx, contactId, actorOf(giving));
    const { facts, plan } = await this.planned(tx, contactId, giving);
    if (plan.outcome === 'send') return this.send(tx, { facts, plan, contact }, giving);
    if (plan.outcome !== 'issue_pin') return plan;
    await this.pin.issue(tx, contactId, giving.staff);
    return { ...plan, isDone: true };
  }

  /** The next way that sends a message, in place of an invitation that was lost; `isLast`: only says what could be done. */
  async giveInstead(tx: Db, contactId: string, giving: Giving & { isLast: boolean }): Promise<AccessPlanDto> {
    const contact = await this.identities.contact(tx, contactId);
    const planned = await this.planned(tx, contactId, giving);
    if (giving.isLast || planned.plan.message !== 'invitation') return planned.plan;
    return this.send(tx, { ...planned, contact }, giving);
  }

  private async planned(db: Db, contactId: string, { strategy, again, staff }: Giving): Promise<Planned> {
    const [facts] = await accessFacts(db, [contactId]);
    if (!facts) throw new AppError('row.not_found');
    const mayIssuePin = staff.permissions.has('credential:set');
    const smsCountries = await this.sms.rules.countries(db);
    const plan = accessPlan(facts, { strategy, again, mayIssuePin, smsCountries });
    const sms = plan.way === 'sms' ? await this.smsPreview(db, facts, plan.message) : null;
    return { facts, plan: { ...plan, sms, isDone: false, notificationId: null } };
  }

  private smsPreview(db: Db, facts: AccessFacts, message: AccessPlanDto['message']): Promise<AccessPlanDto['sms']> {
    const { language, customerName: customer, customerId } = facts;
    if (message === 'joining') return this.joining.preview(db, { language, customer, customerId });
    return this.sms.rules.preview(db, { message: message ?? 'invitation', language, customer, customerId });
  }

  private async send(tx: Db, { facts, plan, contact }: Planned & { contact: ContactRow }, giving: Giving) {
    const { staff, acting } = giving;
    const actor = actorOf(giving);
    const message = plan.message ?? 'invitation';
    const createdBy = { id: staff.id, name: staff.name };
    if (message === 'joining')
      return {
        ...plan,
        isDone: true,
        notificationId: await this.joining.send(tx, { contact, plan, actor, createdBy }),
      };
    const wish = {
      contact,
      to: plan.to ?? '',
      message,
      actor,
      createdBy,
      insteadOf: acting?.insteadOf,
    };
    const notificationId =
      plan.way === 'sms' ? await this.sms.send(tx, wish) : await this.email.send(tx, facts, { ...giving, message });
    return { ...plan, isDone: true, notificationId };
  }
}

const actorOf = ({ acting, staff }: Giving): AuditActor => acting?.by ?? staff;
