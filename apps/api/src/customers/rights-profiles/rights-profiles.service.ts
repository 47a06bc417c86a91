import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import { DONE, type Done } from '../../http/schemas.js';
import type { ChangeRightsProfile, CreateRightsProfile, RightsProfileDto } from './rights-profile.dto.js';
import { coded } from '../../http/unique.js';

const ROW = `
  SELECT p.id, p.name, p.rights, p.is_default AS "isDefault", p.version,
         (SELECT count(*)::int FROM (SELECT 1 FROM customers c WHERE c.rights_profile_id = p.id LIMIT 1000) capped) AS customers
    FROM rights_profiles p`;

const TAKEN = {
  uq_rights_profiles_name: 'rights_profile.name_taken',
  fk_customers_rights_profile_id: 'rights_profile.in_use',
} as const;

@Injectable()
export class RightsProfilesService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  async list(): Promise<{ items: RightsProfileDto[] }> {
    return { items: await rows<RightsProfileDto>(this.db, `${ROW} ORDER BY lower(p.name), p.id LIMIT 500`) };
  }

  async create(id: string, body: CreateRightsProfile, staff: StaffActor): Promise<RightsProfileDto> {
    await coded(TAKEN, () =>
      transaction(this.db, async (tx) => {
        if (body.isDefault) await this.clearDefault(tx);
        const made = await rows(
          tx,
          `INSERT INTO rights_profiles (id, name, rights, is_default) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING RETURNING id`,
          [id, body.name, body.rights, body.isDefault ?? false],
        );
        if (made.length > 0)
          await this.audit.record(tx, staff, 'rights_profile.created', {
            subjectId: id,
            name: body.name,
            rights: body.rights,
          });
      }),
    );
    return this.get(this.db, id);
  }

  async change(
    row: { id: string; version: number },
    body: ChangeRightsProfile,
    staff: StaffActor,
  ): Promise<RightsProfileDto> {
    await coded(TAKEN, () =>
      transaction(this.db, async (tx) => {
        const before = await this.get(tx, row.id);
        if (body.isDefault && !before.isDefault) await this.clearDefault(tx);
        const changed = await first(
          tx,
          `UPDATE rights_profiles SET name = coalesce($3, name), rights = coalesce($4, rights), is_default = coalesce($5, is_default), version = version + 1
            WHERE id = $1 AND version = $2 RETURNING id`,
          [row.id, row.version, body.name ?? null, body.rights ?? null, body.isDefault ?? null],
        );
        if (!changed) throw new AppError('row.changed');
        await this.audit.record(tx, staff, 'rights_profile.changed', {
          subjectId: row.id,
          name: body.name ?? before.name,
          from: before.rights,
          to: body.rights ?? before.rights,
        });
      }),
    );
    return this.get(this.db, row.id);
  }

  async remove(id: string, staff: StaffActor): Promise<Done> {
    await coded(TAKEN, () =>
      transaction(this.db, async (tx) => {
        const profile = await this.get(tx, id);
        if (profile.isDefault) throw new AppError('rights_profile.is_default');
        await rows(tx, `DELETE FROM rights_profiles WHERE id = $1 AND NOT is_default RETURNING id`, [id]);
        await this.audit.record(tx, staff, 'rights_profile.deleted', { subjectId: id, name: profile.name });
      }),
    );
    return DONE;
  }

  private async get(db: Db, id: string): Promise<RightsProfileDto> {
    const profile = await first<RightsProfileDto>(db, `${ROW} WHERE p.id = $1`, [id]);
    if (!profile) throw new AppError('row.not_found');
    return profile;
  }

  /** There is always exactly one default: it is handed on, never put out. */
  private async clearDefault(tx: EntityManager): Promise<void> {
    await rows(
      tx,
      `UPDATE rights_profiles SET is_default = false, version = version + 1 WHERE is_default RETURNING id`,
    );
  }
}
