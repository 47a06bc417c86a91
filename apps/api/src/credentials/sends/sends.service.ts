import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Attempt, BudgetsService } from '../../budgets/budgets.service.js';
import { transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DraftsService } from './drafts.service.js';
import { destination } from './message-checks.js';
import { RecipientsQueries, sentBefore } from './recipients.queries.js';
import { SendOne } from './send-one.js';
import { assertDestination, assertElsewhere, type SendJob, type SendOutcome, stopFor } from './send-rules.js';
import type { SendCredentials, SendWarning, SentCredentials } from './sends.dto.js';

/** Messages with credentials one staff member may send within an hour (D2), by whatever button. */
export const CREDENTIALS_HOURLY = (staffId: string): Attempt => ({
  kind: 'credential-send',
  subject: staffId,
  rule: { max: 200, windowSeconds: 3_600 },
});

/** Failures that concern one contact only: the others still get theirs. */
export const SKIPS: Partial<Record<string, SendWarning>> = {
  'row.not_found': 'not_found',
  'customer.inactive': 'customer_inactive',
  'contact.inactive': 'contact_inactive',
  'contact.not_portal_user': 'not_portal_user',
  'contact.no_login_id': 'no_login_id',
  'contact.same_person': 'same_person',
  'contact.not_accepted': 'not_accepted',
  'phone.too_many_logins': 'pin_not_available',
};

@Injectable()
export class SendsService {
  constructor(
    private readonly db: DataSource,
    private readonly drafts: DraftsService,
    private readonly recipients: RecipientsQueries,
    private readonly budgets: BudgetsService,
    private readonly one: SendOne,
  ) {}

  /** One transaction for each contact: what cannot be sent to one does not stop the others. `batchId` is the same for every try of one request. */
  async send(body: SendCredentials, batchId: string, staff: StaffActor): Promise<SentCredentials> {
    assertDestination(body);
    const draftFor = await this.drafts.read(body.draft);
    if (body.draft.to !== undefined) await this.assertMaySendTo(body, draftFor, staff);
    const result: SentCredentials = { sent: [], skipped: [] };
    for (const contactId of new Set(body.contactIds)) {
      const outcome = await this.tryOne(contactId, { draftFor, batchId, staff });
      if ('sent' in outcome) result.sent.push(outcome.sent);
      else result.skipped.push({ contactId, code: outcome.skipped });
    }
    return result;
  }

  private async assertMaySendTo(
    body: SendCredentials,
    draftFor: SendJob['draftFor'],
    staff: StaffActor,
  ): Promise<void> {
    const [recipient] = await this.recipients.find(this.db, body.contactIds);
    if (recipient && destination(body.draft.to, recipient).isElsewhere)
      assertElsewhere(staff, draftFor(recipient).uses);
  }

  private async tryOne(contactId: string, job: SendJob): Promise<SendOutcome> {
    const earlier = await sentBefore(this.db, contactId, job.batchId);
    if (earlier) return { sent: earlier };
    const [recipient] = await this.recipients.find(this.db, [contactId]);
    if (!recipient) return { skipped: 'not_found' };
    const stop = stopFor(job.draftFor(recipient), recipient, job.staff);
    if (stop) return { skipped: stop };
    const hour = await this.budgets.spend(this.db, CREDENTIALS_HOURLY(job.staff.staffId));
    if (!hour.allowed) return { skipped: 'hourly_limit' };
    try {
      return await transaction(this.db, (tx) => this.one.send(tx, contactId, job));
    } catch (error) {
      const skipped = error instanceof AppError ? SKIPS[error.code] : undefined;
      if (!skipped) throw error;
      return { skipped };
    }
  }
}
