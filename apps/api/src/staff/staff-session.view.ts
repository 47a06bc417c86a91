import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { first } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import { permissionsOf } from '../http/permissions.js';
import { SettingsService } from '../settings/settings.service.js';
import type { StaffSessionDto } from './staff.dto.js';

type Shown = Pick<StaffSessionDto, 'expiresAt' | 'authenticatedAt' | 'mustEnrol' | 'hasSecondFactor'>;

/** What the admin app starts with. */
@Injectable()
export class StaffSessionView {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(sessionRowId: string | null): Promise<StaffSessionDto> {
    const row = await first<StaffSessionDto['staff'] & Shown>(
      this.db,
      `SELECT m.id, m.name, m.email, m.role, m.language, s.expires_at AS "expiresAt", s.authenticated_at AS "authenticatedAt",
              s.must_enrol AS "mustEnrol", EXISTS (SELECT 1 FROM staff_second_factors f WHERE f.staff_id = m.id AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor"
         FROM sessions s JOIN staff_members m ON m.id = s.staff_id WHERE s.id = $1`,
      [sessionRowId],
    );
    if (!row) throw new AppError('session.required');
    const { expiresAt, authenticatedAt, mustEnrol, hasSecondFactor, ...staff } = row;
    const { company, locale, hasLogo } = await this.settings.view();
    const shown = {
      name: company.name,
      color: company.color,
      hasLogo,
      language: locale.language,
      country: locale.country,
    };
    return {
      staff,
      permissions: [...permissionsOf(staff.role)],
      expiresAt,
      authenticatedAt,
      mustEnrol,
      hasSecondFactor,
      company: shown,
      demo: this.config.mode === 'demo',
    };
  }
}
