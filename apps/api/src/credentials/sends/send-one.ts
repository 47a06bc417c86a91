import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import type { Db } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { type ContactRow, IdentitiesService, type IdentityRow } from '../identities/identities.service.js';
import { CREDENTIAL_KIND } from './credential-kinds.js';
import type { CredentialData } from './credential-messages.js';
import { momentText } from './link-validity.js';
import { destination, type Draft, loginIdFor } from './message-checks.js';
import { RecipientsQueries } from './recipients.queries.js';
import { type SendJob, type SendOutcome, stopFor } from './send-rules.js';
import { type PreparedSecrets, SecretsToSend } from './secrets-to-send.js';

/** What a queued message must know to read the same at every try. */
@Injectable()
export class SendFacts {
  constructor(
    private readonly settings: SettingsService,
    readonly audit: AuditService,
  ) {}

  async of(
    tx: Db,
    of: {
      contact: ContactRow;
      identity: IdentityRow;
      isElsewhere: boolean;
      secrets: PreparedSecrets;
      draft: Draft;
    },
    { batchId, isNews = false }: Pick<SendJob, 'batchId' | 'isNews'>,
  ): Promise<CredentialData> {
    const settings = await this.settings.read(tx);
    const { contact, identity, isElsewhere, secrets, draft } = of;
    const until = secrets.linkEnds ?? secrets.oldEnds;
    return {
      batch: batchId,
      isNews,
      elsewhere: isElsewhere,
      name: contact.name ?? contact.customerName,
      company: settings.company.name,
      loginId: loginIdFor(draft.uses, { loginEmail: identity.email, loginPhones: identity.phones }),
      portalOrigin: draft.portalOrigin,
      hasLink: secrets.linkEnds !== null,
      validUntil: until ? momentText(until, draft.message.language, settings.locale.country) : '',
      pinId: secrets.pinId,
    };
  }
}

@Injectable()
export class SendOne {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly recipients: RecipientsQueries,
    private readonly secrets: SecretsToSend,
    private readonly notifications: NotificationsService,
    private readonly facts: SendFacts,
  ) {}

  /** Login, secrets, message and record of one contact, in the caller's transaction. The contact's row is locked: limits hold in parallel. */
  async send(tx: Db, contactId: string, job: SendJob): Promise<SendOutcome> {
    const contact = await this.identities.openContact(tx, contactId);
    const [recipient] = await this.recipients.find(tx, [contactId]);
    if (!recipient) throw new AppError('row.not_found');
    const { staff, acting, rotation } = job;
    const actor = acting?.by ?? staff;
    const draft = job.draftFor(recipient);
    const stop = stopFor(draft, recipient, staff);
    const { to, isElsewhere } = destination(draft.message.to, recipient);
    if (stop || !to) return { skipped: stop ?? 'no_email' };

    const identity = await this.identities.ensure(tx, contact, actor);
    const notificationId = newId();
    const secrets = await this.secrets.prepare(
      tx,
      { notificationId, contact, identity, to },
      { draft, staff, acting, rotation },
    );
    const data = await this.facts.of(tx, { contact, identity, isElsewhere, secrets, draft }, job);
    const about = { contactId, customerId: contact.customerId, identityId: identity.id };
    const { subject, body, language } = draft.message;
    const content = { kind: CREDENTIAL_KIND, to, language, subject, body, data };
    const createdBy = { id: staff.id, name: staff.name };
    const message = { ...content, ...about, createdBy, expiresAt: secrets.expiresAt };
    await this.notifications.enqueue(tx, message, notificationId);
    const facts = { to, isElsewhere, link: secrets.linkEnds !== null, pin: secrets.pinId !== null, notificationId };
    await this.facts.audit.record(tx, actor, 'credential.sent', { ...about, ...facts });
    return { sent: { contactId, notificationId, to } };
  }
}
