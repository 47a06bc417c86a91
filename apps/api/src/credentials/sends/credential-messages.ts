import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Db } from '../../db/sql.js';
import {
  type Cancelled,
  type Filled,
  MessageKinds,
  type NotificationFacts,
} from '../../notifications/message-kinds.js';
import { InvitationsService } from '../activation/invitations.service.js';
import { PinStore } from '../pins/pin-store.js';
import { CREDENTIAL_KIND } from './credential-kinds.js';
import { buttonLabel } from './credential-texts.js';
import { codePage } from './link-validity.js';
import { noNews } from './still-news.js';
import { PLACEHOLDERS } from './sends.dto.js';

/** What a queued message with credentials knows: no secret, and everything that must be the same at every try (R2). */
const Data = z.object({
  batch: z.string(),
  elsewhere: z.boolean(),
  name: z.string(),
  company: z.string(),
  loginId: z.string(),
  portalOrigin: z.string(),
  hasLink: z.boolean(),
  /** Written when it is queued; messages of before did not say it. */
  validUntil: z.string().default(''),
  pinId: z.string().nullable(),
  /** Tells somebody who signs in already of a further company, and nothing else. */
  isNews: z.boolean().default(false),
});
export type CredentialData = z.output<typeof Data>;

/** Puts the secrets in when a message is handed over, or cancels it when they were used or replaced meanwhile. */
@Injectable()
export class CredentialMessages implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly invitations: InvitationsService,
    private readonly pins: PinStore,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: CREDENTIAL_KIND,
      placeholders: PLACEHOLDERS,
      fill: (db, notification) => this.fill(db, notification),
    });
  }

  private async fill(db: Db, notification: NotificationFacts): Promise<Filled | Cancelled> {
    const data = Data.parse(notification.data);
    const late = data.isNews ? await noNews(db, notification.contactId) : undefined;
    if (late) return late;
    const values: Record<string, string> = {
      portal_link: `${data.portalOrigin}/sign-in`,
      login_id: data.loginId,
      valid_until: data.validUntil,
      name: data.name,
      company: data.company,
    };
    const known = { ...values };
    if (data.pinId) {
      const pin = await this.pins.unused(db, data.pinId);
      if ('gone' in pin) return { cancelled: `The PIN was ${pin.gone}`, known };
      values.initial_pin = pin.pin;
    }
    if (!data.hasLink) return { values, secret: ['initial_pin'] };
    const link = await this.invitations.link(db, notification.id);
    if ('gone' in link) return { cancelled: `The link was ${link.gone}`, known };
    // The fragment reaches no server log and no Referer (D11).
    values.activation_link = `${data.portalOrigin}/activate#t=${link.token}`;
    values.activation_code = link.code;
    values.code_page = codePage(data.portalOrigin);
    return {
      values,
      secret: ['initial_pin', 'activation_link', 'activation_code'],
      button: { label: buttonLabel(notification.language), url: values.activation_link },
    };
  }
}
