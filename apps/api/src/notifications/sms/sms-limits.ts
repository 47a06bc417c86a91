import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { Settings } from '../../settings/settings.dto.js';
import { countryOf } from '../../text/phone.js';
import { SmsAlert } from './sms-alert.js';
import { SmsAlarms } from './stops/sms-alarms.js';
import { SmsStopsService } from './stops/sms-stops.service.js';

/** To one number (D9). */
const PER_NUMBER = [
  { kind: 'sms-10-minutes', rule: { max: 3, windowSeconds: 600 }, says: '3 SMS within 10 minutes' },
  { kind: 'sms-hour', rule: { max: 5, windowSeconds: 3_600 }, says: '5 SMS within an hour' },
  { kind: 'sms-day', rule: { max: 10, windowSeconds: 86_400 }, says: '10 SMS within a day' },
] as const;

/** Staff are told when so much of the day's parts is used. */
const ALERT_AT = 0.8;

const TODAY = `(now() AT TIME ZONE 'UTC')::date`;

const TAKE = `
  INSERT INTO sms_days AS d (day, parts) SELECT ${TODAY}, $1::int WHERE $1::int <= $2::int
  ON CONFLICT (day) DO UPDATE SET parts = d.parts + $1::int WHERE d.parts + $1::int <= $2::int RETURNING parts`;

const COUNT = `
  INSERT INTO sms_days AS d (day, parts) VALUES (${TODAY}, $1::int) ON CONFLICT (day) DO UPDATE SET parts = d.parts + $1::int RETURNING parts`;

/** For one part: whether TAKE would refuse it. */
const USED_UP = `SELECT coalesce((SELECT parts FROM sms_days WHERE day = ${TODAY}), 0) + 1 > $1::int AS "isUsedUp"`;

/** Why an SMS would be held back, whenever it is sent now. */
export interface SmsObstacle {
  cause: 'sms_country_not_listed' | 'sms_country_stopped' | 'sms_daily_stop';
  facts: Record<string, string>;
  stopId?: string;
}

export interface Wanted {
  to: string;
  /** Of the message; null for a test by staff. */
  kind: string | null;
  parts: number;
}

export const allowedCountries = ({ sms, locale }: Pick<Settings, 'sms' | 'locale'>): readonly string[] =>
  sms.countries.length > 0 ? sms.countries : [locale.country];

const isListed = (country: string | undefined, settings: Settings): country is string =>
  country !== undefined && allowedCountries(settings).includes(country);

/** What an SMS may cost: where to, how many to one number, how many parts a day in all (D9, MSG-10). */
@Injectable()
export class SmsLimits {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly alert: SmsAlert,
    private readonly alarms: SmsAlarms,
    private readonly stops: SmsStopsService,
  ) {}

  /** What `refusal` would say to an SMS of one part, as long as the number itself did not get too many. Spends nothing. */
  async obstacle(to: string, settings: Settings, db: Db = this.db): Promise<SmsObstacle | undefined> {
    const country = countryOf(to);
    if (!isListed(country, settings)) return { cause: 'sms_country_not_listed', facts: { country: country ?? '–' } };
    const stop = await this.stops.of(country, db);
    if (stop) return { cause: 'sms_country_stopped', facts: { country }, stopId: stop.id };
    const { dailyParts } = settings.sms;
    const day = await first<{ isUsedUp: boolean }>(db, USED_UP, [dailyParts]);
    return day?.isUsedUp ? { cause: 'sms_daily_stop', facts: { stop: String(dailyParts) } } : undefined;
  }

  /** Spends, and answers undefined; or why it must not be sent, in words for staff. Asked once for each message: later tries are of the same one. */
  async refusal({ to, kind, parts }: Wanted, settings: Settings): Promise<string | undefined> {
    const country = countryOf(to);
    if (!isListed(country, settings)) return `Numbers of ${country ?? 'this country'} are not on the list of countries`;
    if (await this.alarms.isStopped({ to, kind }, country))
      return `SMS to ${country} are stopped until staff lift the stop`;
    for (const { rule, says, ...limit } of PER_NUMBER) {
      const { allowed } = await this.budgets.spendWithin(this.db, { ...limit, subject: to, rule });
      if (!allowed) return `No more than ${says} to one number`;
    }
    return this.takeOfDay(parts, settings);
  }

  /** What the development outbox takes is counted as any provider would charge it, and nothing of it is refused. */
  async count(parts: number): Promise<void> {
    await rows(this.db, COUNT, [parts]);
  }

  /** One statement, whoever else sends at the same time. */
  private async takeOfDay(parts: number, settings: Settings): Promise<string | undefined> {
    const { dailyParts } = settings.sms;
    return transaction(this.db, async (tx) => {
      const taken = await first<{ parts: number }>(tx, TAKE, [parts, dailyParts]);
      if (!taken) return `The daily stop of ${dailyParts} parts is reached`;
      const line = dailyParts * ALERT_AT;
      if (taken.parts >= line && taken.parts - parts < line) await this.alert.send(tx, { used: taken.parts, settings });
      return undefined;
    });
  }
}
