import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import { accessFacts } from '../giving/access-facts.js';
import { InvitationLink, type MadeLink } from '../giving/ways/invitation-link.js';
import { type ContactRow, IdentitiesService } from '../identities/identities.service.js';
import { codePage } from '../sends/link-validity.js';
import { CREDENTIALS_HOURLY } from '../sends/sends.service.js';
import type { HandedInvitation } from './by-hand.dto.js';

export interface Handed extends HandedInvitation {
  contact: ContactRow;
  /** Of the login, where it has one. */
  language: string | null;
}

/** What an invitation by hand needs of the way it is made. */
@Injectable()
export class HandLinks {
  constructor(
    readonly identities: IdentitiesService,
    readonly links: InvitationLink,
    readonly audit: AuditService,
  ) {}
}

/** Invitations that no message carries: a code on the screen, a copied link, a letter. They work when mail does not. */
@Injectable()
export class ByHandService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly budgets: BudgetsService,
    private readonly tools: HandLinks,
  ) {}

  async hand(contactId: string, way: 'screen' | 'link', staff: StaffActor): Promise<HandedInvitation> {
    const { contact: _contact, language: _language, ...handed } = await this.make(contactId, way, staff);
    return handed;
  }

  /** The record of it stands, or the link is not shown. Throws credential.in_use: whoever reads the link would get a login that works (INV-1). */
  async make(contactId: string, way: 'screen' | 'link' | 'letter', staff: StaffActor): Promise<Handed> {
    const hour = await this.budgets.spend(this.db, CREDENTIALS_HOURLY(staff.staffId));
    if (!hour.allowed) throw new AppError('credential.hourly_limit', { retryAfter: hour.waitSeconds });
    return transaction(this.db, async (tx) => {
      const { identities, links, audit } = this.tools;
      const contact = await identities.openContact(tx, contactId);
      const [facts] = await accessFacts(tx, [contactId]);
      if (facts?.isInUse) throw new AppError('credential.in_use');
      const createdBy = { id: staff.id, name: staff.name };
      const made = await links.make(tx, { contact, way, sentTo: null, actor: staff, createdBy });
      const about = { contactId, customerId: contact.customerId, identityId: made.identity.id };
      await audit.record(tx, staff, 'invitation.handed_over', { ...about, way });
      const origin = await this.settings.portalOrigin(tx, contact.customerId);
      return { ...handedOf(made, origin), contact, language: facts?.language ?? contact.language };
    });
  }
}

const handedOf = ({ token, code, expiresAt, identity }: MadeLink, origin: string): HandedInvitation => ({
  // The fragment reaches no server log and no Referer (D11).
  url: `${origin}/activate#t=${token}`,
  code,
  codePage: codePage(origin),
  loginId: identity.email ?? identity.phones[0] ?? '',
  expiresAt,
});
