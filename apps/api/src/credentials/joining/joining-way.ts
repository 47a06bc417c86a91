import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, rows } from '../../db/sql.js';
import type { AuditActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { replacePlaceholders } from '../../notifications/rendering/placeholders.js';
import { smsEstimate } from '../../notifications/sms/sms-estimate.js';
import { MessageKinds } from '../../notifications/message-kinds.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { AccessPlanDto, SmsPreview } from '../giving/giving.dto.js';
import { AccessState } from '../identities/access-state.js';
import type { ContactRow } from '../identities/identities.service.js';
import { JOINING_KIND } from '../sends/credential-kinds.js';
import { sendLanguage } from '../sends/credential-texts.js';
import { IS_ASKED } from './joining-sql.js';
import { joiningText } from './joining-texts.js';

/** Written when it is queued: every try carries the same words (R2). */
const Data = z.object({ company: z.string(), customer: z.string(), name: z.string(), answerLink: z.string() });

/** Clears an earlier "not me": staff ask again on purpose. Answers what the owner of the login reads. */
const ASK = `
  UPDATE contacts c SET declined_at = NULL FROM identities i WHERE c.id = $1 AND i.id = c.asked_identity_id
  RETURNING i.id AS "identityId", i.display_name AS name, i.language`;

const WAITS = `SELECT 1 FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.id = $1 AND c.asked_identity_id IS NOT NULL AND ${IS_ASKED}`;

export interface JoiningWish {
  contact: ContactRow;
  plan: Pick<AccessPlanDto, 'way' | 'to'>;
  actor: AuditActor;
  createdBy: { id: string; name: string };
}

interface Asked {
  language: string | null;
  customer: string;
  customerId: string;
  name: string;
}

/** Asks the owner of a login whether this company is theirs. Nothing of the login changes, and no secret is in it. */
@Injectable()
export class JoiningWay implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly settings: SettingsService,
    private readonly kinds: MessageKinds,
    private readonly audit: AuditService,
    private readonly access: AccessState,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: JOINING_KIND,
      placeholders: ['company', 'customer', 'name', 'answer_link'],
      fill: async (db, { data, contactId }) => {
        const waits = await rows(db, WAITS, [contactId]);
        if (waits.length === 0) return { cancelled: 'The person answered, or is not asked any more' };
        const { answerLink, ...known } = Data.parse(data);
        return { values: { ...known, answer_link: answerLink }, secret: [] };
      },
    });
  }

  /** The SMS as it would go out: its link carries no secret. */
  async preview(db: Db, of: Omit<Asked, 'name'>): Promise<SmsPreview> {
    const { language, data } = await this.written(db, { ...of, name: '' });
    const { answerLink, ...known } = data;
    const { body } = joiningText('sms', language);
    const text = replacePlaceholders(body, { ...known, answer_link: answerLink });
    return { ...smsEstimate(text, (await this.settings.read(db)).sms), text };
  }

  /** The contact's row is locked by the caller. Answers the id of the message. */
  async send(tx: Db, { contact, plan, actor, createdBy }: JoiningWish): Promise<string> {
    const asked = await first<{ identityId: string; name: string | null; language: string | null }>(tx, ASK, [
      contact.id,
    ]);
    if (!asked) throw new AppError('credential.way_lost', { reason: 'not_asked' });
    const channel = plan.way === 'sms' ? 'sms' : 'email';
    const to = plan.to ?? '';
    const { language, data } = await this.written(tx, {
      language: asked.language ?? contact.language,
      customer: contact.customerName,
      customerId: contact.customerId,
      name: asked.name ?? contact.name ?? contact.customerName,
    });
    const about = { contactId: contact.id, customerId: contact.customerId, identityId: asked.identityId };
    const content = { kind: JOINING_KIND, channel, to, language, ...joiningText(channel, language), data } as const;
    const { id } = await this.notifications.enqueue(tx, { ...content, ...about, createdBy });
    await this.audit.record(tx, actor, 'credential.sent', {
      ...about,
      message: JOINING_KIND,
      to,
      channel,
      link: false,
      pin: false,
      notificationId: id,
    });
    await this.access.refresh(tx, [contact.id]);
    return id;
  }

  private async written(db: Db, of: Asked) {
    const settings = await this.settings.read(db);
    const data: z.output<typeof Data> = {
      company: settings.company.name,
      // A name with braces would read as a placeholder.
      customer: of.customer.replace(/[{}]/g, ''),
      name: of.name,
      answerLink: `${await this.settings.portalOrigin(db, of.customerId)}/joining`,
    };
    return { language: sendLanguage(of.language, settings.locale.language), data };
  }
}
