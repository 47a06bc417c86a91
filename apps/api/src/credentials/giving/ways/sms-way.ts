import { Injectable } from '@nestjs/common';
import { AuditService } from '../../../audit/audit.service.js';
import { newId } from '../../../db/id.js';
import { type Db, rows } from '../../../db/sql.js';
import type { AuditActor } from '../../../http/actors.js';
import { NotificationsService } from '../../../notifications/notifications.service.js';
import { DOTS, replacePlaceholders } from '../../../notifications/rendering/placeholders.js';
import { allowedCountries } from '../../../notifications/sms/sms-limits.js';
import { smsEstimate } from '../../../notifications/sms/sms-estimate.js';
import { SmsServer } from '../../../notifications/sms/sms-server.js';
import type { Settings } from '../../../settings/settings.dto.js';
import { SettingsService } from '../../../settings/settings.service.js';
import { invitationHours } from '../../activation/invitations.service.js';
import type { ContactRow } from '../../identities/identities.service.js';
import { sendLanguage } from '../../sends/credential-texts.js';
import { momentText } from '../../sends/link-validity.js';
import { InvitationLink } from './invitation-link.js';
import { INVITATION_SMS_KIND } from '../../sends/credential-kinds.js';
import type { SmsPreview } from '../giving.dto.js';
import { type SmsData, smsValues } from './sms-kind.js';
import { type SmsMessage, smsText } from './sms-texts.js';

const HOUR_MS = 3_600_000;
/** As long as the token of a link by SMS. */
const SAMPLE = 'x'.repeat(22);

/** What is asked of the way, for one contact whose row is locked. */
export interface SmsWish {
  contact: ContactRow;
  to: string;
  message: SmsMessage;
  actor: AuditActor;
  createdBy: { id: string; name: string };
  insteadOf?: string | undefined;
}

interface SmsFacts {
  message: SmsMessage;
  language: string | null;
  customer: string;
  customerId: string;
}

/** What goes by SMS to whom, and whether anything may. */
@Injectable()
export class SmsRules {
  constructor(
    private readonly settings: SettingsService,
    private readonly server: SmsServer,
  ) {}

  /** Countries that SMS go to; null: none go out at all. */
  async countries(db: Db): Promise<readonly string[] | null> {
    if (await this.server.isOff()) return null;
    const stopped = await rows<{ country: string }>(db, `SELECT country FROM sms_stops WHERE lifted_at IS NULL`);
    const isOpen = (country: string) => !stopped.some((one) => one.country === country);
    return allowedCountries(await this.settings.read(db)).filter(isOpen);
  }

  /** `endsAt`: of the link that is in it; where none is made yet, when one made now would end. */
  async write(db: Db, { endsAt, ...wish }: SmsFacts & { endsAt?: Date | undefined }) {
    const settings = await this.settings.read(db);
    const language = sendLanguage(wish.language, settings.locale.language);
    const data: SmsData = {
      company: settings.company.name,
      // A name with braces would read as a placeholder.
      customer: wish.customer.replace(/[{}]/g, ''),
      portalOrigin: await this.settings.portalOrigin(db, wish.customerId),
      hasLink: wish.message === 'invitation',
      validUntil: momentText(endsAt ?? usualEnd(settings), language, settings.locale.country),
    };
    return { language, text: smsText(wish.message, language), data };
  }

  /** Counted with a link as long as the real one, shown with dots in its place. */
  async preview(db: Db, wish: SmsFacts): Promise<SmsPreview> {
    const { text, data } = await this.write(db, wish);
    const { sms } = await this.settings.read(db);
    const saying = (token: string) => replacePlaceholders(text.body, smsValues(data, token));
    return { ...smsEstimate(saying(SAMPLE), sms), text: saying(DOTS) };
  }
}

const usualEnd = (settings: Settings): Date => new Date(Date.now() + invitationHours('sms', settings) * HOUR_MS);

/** A short link to the mobile number on file (S2.21, INV-5). */
@Injectable()
export class SmsWay {
  constructor(
    readonly rules: SmsRules,
    private readonly link: InvitationLink,
    private readonly notifications: NotificationsService,
    private readonly audit: AuditService,
  ) {}

  /** Answers the id of the message. */
  async send(tx: Db, wish: SmsWish): Promise<string> {
    const { contact, to, message, actor, createdBy, insteadOf } = wish;
    const { language, customerName: customer } = contact;
    const made =
      message === 'invitation'
        ? await this.link.make(tx, { contact, way: 'sms', sentTo: to, actor, createdBy, insteadOf })
        : null;
    const written = await this.rules.write(tx, {
      message,
      language,
      customer,
      customerId: contact.customerId,
      endsAt: made?.expiresAt,
    });
    const id = made?.id ?? newId();
    const about = {
      contactId: contact.id,
      customerId: contact.customerId,
      identityId: made?.identity.id ?? contact.identityId,
    };
    const content = {
      kind: INVITATION_SMS_KIND,
      channel: 'sms',
      to,
      ...written.text,
      data: { ...written.data },
    } as const;
    const rest = { language: written.language, createdBy, expiresAt: made?.expiresAt ?? null };
    await this.notifications.enqueue(tx, { ...content, ...about, ...rest }, id);
    const facts = { to, channel: 'sms', link: made !== null, pin: false, notificationId: id };
    await this.audit.record(tx, actor, 'credential.sent', { ...about, ...facts });
    return id;
  }
}
