import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { first } from '../db/sql.js';
import { LANGUAGES } from '../http/schemas.js';
import { DEFAULT_SETTINGS } from './settings.dto.js';
import { SettingsService } from './settings.service.js';

interface Counts {
  hasContact: boolean;
  hasAccess: boolean;
  /** Every active member of staff. */
  haveSecondStep: boolean;
}

const COUNTS = `
  SELECT EXISTS (SELECT 1 FROM contacts) AS "hasContact", EXISTS (SELECT 1 FROM contacts WHERE access IN ('invited', 'active')) AS "hasAccess",
         NOT EXISTS (SELECT 1 FROM staff_members m WHERE m.status = 'active'
                        AND NOT EXISTS (SELECT 1 FROM staff_second_factors f WHERE f.staff_id = m.id AND f.confirmed_at IS NOT NULL)) AS "haveSecondStep"`;

const isLocal = (origin: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);

/** What the company looks like from outside, and what is left to set up inside. */
@Injectable()
export class CompanyQueries {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async company() {
    const { company, locale, hasLogo, passwordReset, sms, privacy } = await this.settings.view();
    return {
      ...company,
      hasLogo,
      language: locale.language,
      country: locale.country,
      languages: [...LANGUAGES],
      hasPrivacyNotice: privacy.notice !== '',
      demo: this.config.mode === 'demo',
      passwordReset: passwordReset.enabled,
      // Without a provider, messages of demo and development stay in the Outbox.
      resetBySms: passwordReset.bySms && (sms.provider !== 'none' || this.config.mode !== 'production'),
    };
  }

  async privacyNotice() {
    return { text: (await this.settings.read()).privacy.notice };
  }

  /** Each step is looked up, none is ticked by hand: named, able to send, reachable from outside, somebody there, somebody let in, staff guarded by more than a password (D22). */
  async checklist() {
    const { company, mail, effectivePortalOrigin, staff } = await this.settings.view();
    const counts = await first<Counts>(this.db, COUNTS);
    return {
      items: [
        { key: 'company' as const, done: company.name !== DEFAULT_SETTINGS.company.name },
        {
          key: 'mail' as const,
          done: (mail.host !== '' && mail.fromAddress !== '') || this.config.smtpUrl !== undefined,
        },
        { key: 'portal' as const, done: !isLocal(effectivePortalOrigin) },
        { key: 'customer' as const, done: counts?.hasContact ?? false },
        { key: 'access' as const, done: counts?.hasAccess ?? false },
        { key: 'second_step' as const, done: staff.secondFactorRequired || (counts?.haveSecondStep ?? false) },
      ],
    };
  }
}
