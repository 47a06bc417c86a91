import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BudgetsService } from '../../../budgets/budgets.service.js';
import { readContact } from '../../../contacts/contact-fields.js';
import { CONTACT_TAKEN, ContactWrites } from '../../../contacts/contact-writes.js';
import { first, transaction } from '../../../db/sql.js';
import type { StaffActor } from '../../../http/actors.js';
import { AppError, fieldError } from '../../../http/app-error.js';
import { coded } from '../../../http/unique.js';
import { emailKey } from '../../../text/email.js';
import { letGoOfEmail } from '../../identities/unused-email.js';
import { CREDENTIAL_KIND } from '../credential-kinds.js';
import { DraftsService } from '../drafts.service.js';
import { sentBefore } from '../recipients.queries.js';
import { SendOne } from '../send-one.js';
import type { SendJob } from '../send-rules.js';
import { CREDENTIALS_HOURLY } from '../sends.service.js';
import type { CorrectedSend } from './corrections.dto.js';

interface Lost {
  contactId: string;
  to: string;
  subject: string;
  body: string;
  isNews: boolean;
}

/** A message whose text was let go of (D24) cannot be written again. */
const LOST = `
  SELECT n.contact_id AS "contactId", n.to_address AS "to", n.subject, n.body, coalesce((n.data ->> 'isNews')::boolean, false) AS "isNews"
    FROM notifications n JOIN contacts c ON c.id = n.contact_id
   WHERE n.id = $1 AND n.kind = $2 AND n.channel = 'email' AND n.state IN ('refused', 'failed', 'bounced') AND n.body <> ''`;

/** The right address is that of another login: which of the two the person is, nobody can say from here. */
const TAKEN = `
  SELECT 1 FROM contacts c JOIN identities o ON o.email_key = c.email_key AND o.id <> c.identity_id WHERE c.id = $1`;

interface Correction {
  email: string;
  batchId: string;
  staff: StaffActor;
}

/** A message with a way in went to a wrong address: the address is mended and the message written anew, both or neither. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly writes: ContactWrites,
    private readonly drafts: DraftsService,
    private readonly one: SendOne,
  ) {}

  /** The link of the first message is dead for good (REC-12, MSG-8): the new one has its own. */
  async correct(id: string, { email, batchId, staff }: Correction): Promise<CorrectedSend> {
    if (!staff.permissions.has('contact:write')) throw new AppError('access.denied', { missing: 'contact:write' });
    const lost = await this.lost(id);
    const sent = await sentBefore(this.db, lost.contactId, batchId);
    if (sent) return sent;
    if (emailKey(email) === emailKey(lost.to)) throw fieldError('/email', 'contact.same_address');
    const { fields, problems } = readContact({ email }, '');
    if (problems.length > 0) throw new AppError('request.invalid_body', { errors: problems });
    const { subject, body, isNews } = lost;
    const job = { draftFor: await this.drafts.read({ subject, body }), batchId, staff, isNews };
    const hour = await this.budgets.spend(this.db, CREDENTIALS_HOURLY(staff.staffId));
    if (!hour.allowed) throw new AppError('credential.not_sent', { reason: 'hourly_limit' });
    return coded(CONTACT_TAKEN, () =>
      transaction(this.db, async (tx) => {
        await this.writes.change(tx, [{ id: lost.contactId, fields }], { actor: staff, linkByPhone: true });
        if (await first(tx, TAKEN, [lost.contactId]))
          throw new AppError('credential.not_sent', { reason: 'login_email_differs' });
        await letGoOfEmail(tx, lost.contactId, emailKey(lost.to) ?? null);
        return this.send(tx, lost.contactId, job);
      }),
    );
  }

  private async lost(id: string): Promise<Lost> {
    const found = await first<Lost>(this.db, LOST, [id, CREDENTIAL_KIND]);
    if (!found) throw new AppError('notification.not_retryable');
    return found;
  }

  private async send(tx: EntityManager, contactId: string, job: SendJob): Promise<CorrectedSend> {
    const outcome = await this.one.send(tx, contactId, job);
    if ('skipped' in outcome) throw new AppError('credential.not_sent', { reason: outcome.skipped });
    return outcome.sent;
  }
}
