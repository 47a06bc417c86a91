import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import { type Right, RIGHTS } from '../../http/rights.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { ContactRights, RIGHT_REASONS } from './contact-rights.dto.js';

type Reason = (typeof RIGHT_REASONS)[number];

interface Facts {
  customerId: string;
  isOpen: boolean;
  isPortalUser: boolean;
  removed: Right[];
  profileId: string;
  profileName: string;
  granted: Right[];
  version: number;
}

/** The three ticks of one right. */
interface Ticks {
  profile: boolean;
  contact: boolean;
  portal: boolean;
}

/** The first condition that is not met, from the person outwards to the portal. Null: the right is effective (INV-6). */
export function reasonOf(facts: { isOpen: boolean; isPortalUser: boolean }, ticks: Ticks): Reason | null {
  if (!facts.isOpen) return 'inactive';
  if (!facts.isPortalUser) return 'not_portal_user';
  const missing = (['profile', 'contact', 'portal'] as const).find((name) => !ticks[name]);
  return missing ?? null;
}

@Injectable()
export class ContactRightsService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
  ) {}

  async matrix(id: string): Promise<ContactRights> {
    const facts = await this.facts(this.db, id);
    const { portal } = await this.settings.read();
    const items = RIGHTS.map((right) => {
      const ticks = {
        profile: facts.granted.includes(right),
        contact: !facts.removed.includes(right),
        portal: portal.rights.includes(right),
      };
      const reason = reasonOf(facts, ticks);
      return { right, effective: reason === null, ...ticks, reason };
    });
    return { profile: { id: facts.profileId, name: facts.profileName }, items, version: facts.version };
  }

  async set(row: { id: string; version: number }, removed: Right[], staff: StaffActor): Promise<ContactRights> {
    await transaction(this.db, async (tx) => {
      const before = await this.facts(tx, row.id);
      const changed = await first(
        tx,
        `UPDATE contacts SET rights_removed = $3, rights_removed_by_colleagues = ARRAY(SELECT r FROM unnest(rights_removed_by_colleagues) r WHERE r = ANY ($3::text[])), version = version + 1, updated_at = now() WHERE id = $1 AND version = $2 RETURNING id`,
        [row.id, row.version, removed],
      );
      if (!changed) throw new AppError('row.changed');
      const facts = {
        taken: removed.filter((right) => !before.removed.includes(right)),
        given: before.removed.filter((right) => !removed.includes(right)),
      };
      await this.audit.record(tx, staff, 'contact.rights_changed', {
        customerId: before.customerId,
        contactId: row.id,
        ...facts,
      });
    });
    return this.matrix(row.id);
  }

  private async facts(db: Db, id: string): Promise<Facts> {
    const facts = await first<Facts>(
      db,
      `SELECT c.customer_id AS "customerId", c.status = 'active' AND u.status = 'active' AS "isOpen", c.is_portal_user AS "isPortalUser",
              c.rights_removed AS removed, p.id AS "profileId", p.name AS "profileName", p.rights AS granted, c.version
         FROM contacts c JOIN customers u ON u.id = c.customer_id JOIN rights_profiles p ON p.id = u.rights_profile_id
        WHERE c.id = $1`,
      [id],
    );
    if (!facts) throw new AppError('row.not_found');
    return facts;
  }
}
