import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import type { Db } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { IdentitiesService } from '../identities/identities.service.js';
import { PinStore } from '../pins/pin-store.js';
import { sendLanguage } from '../sends/credential-texts.js';
import { DraftsService } from '../sends/drafts.service.js';
import { SendOne } from '../sends/send-one.js';
import { type AccessFacts, accessFacts } from './access-facts.js';
import { accessPlan } from './access-plan.js';
import { addedText } from './added-texts.js';
import type { AccessPlanDto, GiveAccess } from './giving.dto.js';

/** One act of giving, for one contact. */
export interface Giving {
  strategy: GiveAccess['strategy'];
  /** The same for every try of one request. */
  batchId: string;
  staff: StaffActor;
}

/** Gives one contact a way in, in the caller's transaction: the button, a bulk run and an API call are this. */
@Injectable()
export class AccessGiver {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly drafts: DraftsService,
    private readonly one: SendOne,
    private readonly pins: PinStore,
    private readonly audit: AuditService,
  ) {}

  async plan(db: Db, contactId: string, { strategy, staff }: Giving): Promise<AccessPlanDto> {
    const [facts] = await accessFacts(db, [contactId]);
    if (!facts) throw new AppError('row.not_found');
    const mayIssuePin = staff.permissions.has('credential:set');
    return { ...accessPlan(facts, { strategy, mayIssuePin }), isDone: false, notificationId: null };
  }

  /** The contact's row is locked before it is looked at: of two at once, the second finds it done. */
  async give(tx: Db, contactId: string, giving: Giving): Promise<AccessPlanDto> {
    await this.identities.contact(tx, contactId);
    const plan = await this.plan(tx, contactId, giving);
    if (plan.outcome === 'send') return this.send(tx, plan, giving);
    if (plan.outcome === 'issue_pin') return this.issuePin(tx, plan, giving);
    return plan;
  }

  private async send(tx: Db, plan: AccessPlanDto, { batchId, staff }: Giving): Promise<AccessPlanDto> {
    const { contactId } = plan;
    const [facts] = await accessFacts(tx, [contactId]);
    const draftFor = await this.drafts.read(plan.message === 'added' && facts ? added(facts) : {});
    const outcome = await this.one.send(tx, contactId, { draftFor, batchId, staff });
    if ('sent' in outcome) return { ...plan, isDone: true, notificationId: outcome.sent.notificationId };
    throw new AppError('credential.way_lost', { reason: outcome.skipped });
  }

  private async issuePin(tx: Db, plan: AccessPlanDto, { staff }: Giving): Promise<AccessPlanDto> {
    const contact = await this.identities.openContact(tx, plan.contactId);
    const identity = await this.identities.ensure(tx, contact, staff);
    const { state } = await this.pins.issue(tx, identity.id, staff);
    const about = { contactId: contact.id, customerId: contact.customerId, identityId: identity.id };
    await this.audit.record(tx, staff, 'pin.issued', { ...about, state });
    return { ...plan, isDone: true };
  }
}

const added = ({ language, customerName }: AccessFacts) => {
  const chosen = sendLanguage(language);
  return { ...addedText(chosen, customerName), language: chosen };
};
