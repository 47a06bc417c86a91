import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { type Db, first } from '../../db/sql.js';
import type { Settings } from '../../settings/settings.dto.js';
import { SettingsService } from '../../settings/settings.service.js';
import { MailServer } from '../delivery/mail-server.js';
import { carrierObstacle, type CarrierObstacle, type Gateway, gatewayProvider } from './providers/gateway-provider.js';
import { httpProvider } from './providers/http-provider.js';
import type { Sms, SmsProvider } from './providers/sms-provider.js';
import { twilioProvider } from './providers/twilio-provider.js';

/** Where SMS go at this moment: through a provider; to the Outbox page only (demo and development); nowhere, so they wait. */
export type SmsOutlet = { settings: Settings } & (
  | { mode: 'provider'; provider: SmsProvider }
  | { mode: 'outbox' }
  | { mode: 'off' }
);

const CARRIER = `
  SELECT k.name, k.domain, k.number_format AS "numberFormat", CASE WHEN k.ends_on <= current_date THEN k.ends_on::text END AS "endedOn"
    FROM carriers k WHERE k.id = coalesce((SELECT c.sms_carrier_id FROM contacts c WHERE c.id = $1), $2)`;

@Injectable()
export class SmsServer {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly mail: MailServer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** As the settings are now. */
  async outlet(): Promise<SmsOutlet> {
    const settings = await this.settings.read();
    const provider = await this.provider(settings);
    return provider ? { settings, mode: 'provider', provider } : { settings, mode: this.withoutProvider() };
  }

  async isOff(): Promise<boolean> {
    return this.mode(await this.settings.read()) === 'off';
  }

  mode({ sms }: Settings): SmsOutlet['mode'] {
    return sms.provider === 'none' ? this.withoutProvider() : 'provider';
  }

  /** Why no SMS to this person goes by a carrier's gateway; undefined where SMS go another way. */
  async carrierObstacle(
    contactId: string | null,
    { sms }: Settings,
    db: Db = this.db,
  ): Promise<CarrierObstacle | undefined> {
    if (sms.provider !== 'gateway') return undefined;
    return carrierObstacle(await this.carrierOf({ contactId }, sms, db));
  }

  withoutProvider(): 'outbox' | 'off' {
    return this.config.mode === 'production' ? 'off' : 'outbox';
  }

  private async provider({ sms }: Settings): Promise<SmsProvider | undefined> {
    if (sms.provider === 'none') return undefined;
    if (sms.provider === 'gateway') {
      const mail = await this.mail.outlet();
      return gatewayProvider({ mail, carrierOf: (one) => this.carrierOf(one, sms) });
    }
    const access = { secret: await this.settings.smsSecret(), allowPrivate: this.config.outgoingPrivate };
    if (sms.provider === 'http') return httpProvider(sms, access);
    const reportsTo = await this.reportsTo();
    return twilioProvider(sms, { ...access, origin: this.config.twilioOrigin, reportsTo });
  }

  private carrierOf(
    { contactId }: Pick<Sms, 'contactId'>,
    { gatewayCarrierId }: Settings['sms'],
    db: Db = this.db,
  ): Promise<Gateway | undefined> {
    return first<Gateway>(db, CARRIER, [contactId, gatewayCarrierId]);
  }

  /** Twilio refuses an address that it cannot reach. */
  private async reportsTo(): Promise<((id: string) => string) | undefined> {
    const origin = await this.settings.portalOrigin();
    const isReachable = origin.startsWith('https:') || this.config.outgoingPrivate;
    return isReachable ? (id) => twilioReportUrl(origin, id) : undefined;
  }
}

/** Part of what Twilio signs: the address of its report, to the letter. */
export const twilioReportUrl = (origin: string, id: string): string => `${origin}/api/v1/sms-reports/twilio/${id}`;
