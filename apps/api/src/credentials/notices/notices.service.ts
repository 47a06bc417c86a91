import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { type Db, first } from '../../db/sql.js';
import { MessageKinds } from '../../notifications/message-kinds.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { sendLanguage } from '../sends/credential-texts.js';
import { NOTICE_KIND, NoticeNumbers } from './notice-numbers.js';
import { noticeSms } from './notice-sms-texts.js';
import { type Notice, noticeText } from './notice-texts.js';

/** Written when it is queued: every try carries the same words (R2). */
const Data = z.object({
  company: z.string(),
  portalLink: z.string(),
  call: z.string().default(''),
  phoneEnd: z.string().default(''),
});

/** Enough to know one's own number by. */
const LAST_DIGITS = 4;

interface About {
  identityId: string;
  notice: Notice;
  phone?: string;
}

interface Owner {
  email: string | null;
  language: string | null;
  contactId: string | null;
  customerId: string | null;
}

const OWNER = `
  SELECT i.email, coalesce(i.language, c.language, u.language) AS language, c.id AS "contactId", c.customer_id AS "customerId"
    FROM identities i LEFT JOIN contacts c ON c.identity_id = i.id LEFT JOIN customers u ON u.id = c.customer_id
   WHERE i.id = $1 ORDER BY c.id = i.last_contact_id DESC NULLS LAST, c.id LIMIT 1`;

/** Tells the owner of a login what happened to it. */
@Injectable()
export class NoticesService implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly settings: SettingsService,
    private readonly kinds: MessageKinds,
    private readonly numbers: NoticeNumbers,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: NOTICE_KIND,
      placeholders: ['company', 'portal_link', 'phone_end', 'call'],
      fill: (_db, { data }) => {
        const { company, portalLink, phoneEnd, call } = Data.parse(data);
        return Promise.resolve({
          values: { company, portal_link: portalLink, phone_end: phoneEnd, call },
          secret: [],
        });
      },
    });
  }

  /** By every verified way (D3, REC-16): to the e-mail of the login, and to the numbers that its owner has proven. */
  send(tx: Db, identityId: string, notice: Notice): Promise<void> {
    return this.queue(tx, { identityId, notice });
  }

  /** The same, about one of the numbers. */
  aboutPhone(tx: Db, { identityId, phone }: { identityId: string; phone: string }, notice: Notice): Promise<void> {
    return this.queue(tx, { identityId, notice, phone });
  }

  private async queue(tx: Db, { identityId, notice, phone }: About): Promise<void> {
    const owner = await first<Owner>(tx, OWNER, [identityId]);
    if (!owner) return;
    const settings = await this.settings.read(tx);
    const language = sendLanguage(owner.language, settings.locale.language);
    const { name: company, contact } = settings.company;
    const data = {
      company,
      portalLink: `${await this.settings.portalOrigin(tx, owner.customerId)}/sign-in`,
      call: contact.phone,
      phoneEnd: phone?.slice(-LAST_DIGITS) ?? '',
      notice,
    };
    const { email, contactId, customerId } = owner;
    const about = { kind: NOTICE_KIND, language, data, contactId, customerId, identityId };
    if (email) await this.notifications.enqueue(tx, { ...about, to: email, ...noticeText(notice, language) });
    const sms = noticeSms(notice, language, contact.phone !== '');
    if (!sms) return;
    for (const one of await this.numbers.of(tx, { identityId, contactId, notice, phone }, settings))
      await this.notifications.enqueue(tx, { ...about, channel: 'sms', ...sms, ...one });
  }
}
