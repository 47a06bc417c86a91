import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Db } from '../../../db/sql.js';
import {
  type Cancelled,
  type Filled,
  MessageKinds,
  type NotificationFacts,
} from '../../../notifications/message-kinds.js';
import { INVITATION_SMS_KIND } from '../../sends/credential-kinds.js';
import { noNews } from '../../sends/still-news.js';
import { InvitationsService } from '../../activation/invitations.service.js';

/** Written when it is queued: every try carries the same words (R2). */
const Data = z.object({
  company: z.string(),
  customer: z.string(),
  portalOrigin: z.string(),
  hasLink: z.boolean(),
  validUntil: z.string(),
});
export type SmsData = z.output<typeof Data>;

/** What an SMS says; the link is derived anew for each try and is nowhere stored (REC-7). */
export const smsValues = (data: SmsData, token: string | null): Record<string, string> => ({
  company: data.company,
  customer: data.customer,
  valid_until: data.validUntil,
  portal_link: `${data.portalOrigin}/sign-in`,
  // The fragment reaches no server log and no Referer (D11).
  ...(token === null ? {} : { activation_link: `${data.portalOrigin}/activate#t=${token}` }),
});

@Injectable()
export class InvitationSmsKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly invitations: InvitationsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: INVITATION_SMS_KIND,
      placeholders: ['company', 'customer', 'valid_until', 'portal_link', 'activation_link'],
      fill: (db, notification) => this.fill(db, notification),
    });
  }

  private async fill(db: Db, { id, data, contactId }: NotificationFacts): Promise<Filled | Cancelled> {
    const known = Data.parse(data);
    if (!known.hasLink) return (await noNews(db, contactId)) ?? { values: smsValues(known, null), secret: [] };
    const link = await this.invitations.link(db, id);
    if ('gone' in link) return { cancelled: `The link was ${link.gone}`, known: smsValues(known, null) };
    return { values: smsValues(known, link.token), secret: ['activation_link'] };
  }
}
