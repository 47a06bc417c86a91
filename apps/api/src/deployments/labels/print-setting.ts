import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { LogoService } from '../../settings/logo.service.js';
import { ownPortalOrigin } from '../../settings/portal-origin-sql.js';
import { SettingsService } from '../../settings/settings.service.js';
import { type Language, type LanguageChoice, languagesOf } from '../visits/visit-language.js';
import type { PrintCompany } from './print/print-labels.js';

export interface PrintSetting {
  company: PrintCompany;
  /** Where codes lead: from configuration and settings, never from the request (D5). */
  portalOrigin: string;
  deployment: { id: string; customerId: string; name: string };
  /** What the portal speaks first, else the customer, else the company. */
  language: Language;
}

/** What everything printed for a deployment has in common. */
@Injectable()
export class PrintSettings {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly logo: LogoService,
  ) {}

  /** Throws row.not_found. */
  async of(deploymentId: string): Promise<PrintSetting> {
    const [row, settings] = await Promise.all([
      first<LanguageChoice & PrintSetting['deployment'] & { portalOrigin: string | null }>(
        this.db,
        `SELECT p.id, p.customer_id AS "customerId", p.name, ${ownPortalOrigin('c')} AS "portalOrigin", o.texts, o.languages, c.language AS "customerLanguage"
           FROM deployments p JOIN deployment_portals o ON o.deployment_id = p.id JOIN customers c ON c.id = p.customer_id WHERE p.id = $1`,
        [deploymentId],
      ),
      this.settings.view(),
    ]);
    if (!row) throw new AppError('row.not_found');
    const { id, customerId, name } = row;
    const logo = settings.hasLogo ? (await this.logo.find()).png : null;
    return {
      company: { name: settings.company.name, logo },
      portalOrigin: row.portalOrigin ?? settings.effectivePortalOrigin,
      deployment: { id, customerId, name },
      language: languagesOf(row, settings.locale.language)[0] ?? settings.locale.language,
    };
  }
}
