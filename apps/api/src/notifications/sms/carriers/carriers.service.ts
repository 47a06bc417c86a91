import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../../audit/audit.service.js';
import { given } from '../../../audit/row-changes.js';
import { newId } from '../../../db/id.js';
import { first, rows, transaction } from '../../../db/sql.js';
import type { Editing } from '../../../http/acting.js';
import type { StaffActor } from '../../../http/actors.js';
import { AppError } from '../../../http/app-error.js';
import { DONE, type Done } from '../../../http/schemas.js';
import { SettingsService } from '../../../settings/settings.service.js';
import { coded } from '../../../http/unique.js';
import type { CarrierDto, CarrierList, ChangeCarrier, CreateCarrier } from './carrier.dto.js';

const ROW = `
  SELECT k.id, k.name, k.country, k.domain, k.number_format AS "numberFormat", k.ends_on::text AS "endsOn", k.version,
         CASE WHEN k.ends_on <= current_date THEN 'ended' WHEN k.ends_on IS NOT NULL THEN 'ending' ELSE 'live' END AS status,
         (SELECT count(*)::int FROM (SELECT 1 FROM contacts c WHERE c.sms_carrier_id = k.id LIMIT 1000) many) AS contacts
    FROM carriers k`;

const TAKEN = { uq_carriers_name: 'carrier.name_taken' } as const;

/** The carriers that an SMS can leave by as an e-mail (S2.15). */
@Injectable()
export class CarriersService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly settings: SettingsService,
  ) {}

  /** All of them, by name: there are few. */
  async list(): Promise<CarrierList> {
    const items = await rows<CarrierDto>(this.db, `${ROW} ORDER BY lower(k.name), k.id LIMIT 500`);
    return { items, inUse: (await this.settings.read()).sms.provider === 'gateway' };
  }

  async create(draft: CreateCarrier, staff: StaffActor): Promise<CarrierDto> {
    const id = newId();
    const { name, country, domain, numberFormat, endsOn } = draft;
    await coded(TAKEN, () =>
      transaction(this.db, async (tx) => {
        await rows(
          tx,
          `INSERT INTO carriers (id, name, country, domain, number_format, ends_on) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
          [id, name, country, domain, numberFormat, endsOn],
        );
        await this.audit.record(tx, staff, 'carrier.created', { name, domain });
      }),
    );
    return this.one(id);
  }

  async change(id: string, change: ChangeCarrier, { version, actor }: Editing<StaffActor>) {
    const before = await this.one(id);
    const { name, country, domain, numberFormat, endsOn } = { ...before, ...given(change) };
    await coded(TAKEN, () =>
      transaction(this.db, async (tx) => {
        const changed = await first(
          tx,
          `UPDATE carriers SET name = $3, country = $4, domain = $5, number_format = $6, ends_on = $7, version = version + 1
            WHERE id = $1 AND version = $2 RETURNING id`,
          [id, version, name, country, domain, numberFormat, endsOn],
        );
        if (!changed) throw new AppError('row.changed');
        await this.audit.record(tx, actor, 'carrier.changed', { name, fields: Object.keys(given(change)) });
      }),
    );
    return this.one(id);
  }

  /** Not while somebody's SMS would go there. */
  async remove(id: string, staff: StaffActor): Promise<Done> {
    await transaction(this.db, async (tx) => {
      const used = `(SELECT 1 FROM contacts WHERE sms_carrier_id = $1 UNION ALL SELECT 1 FROM settings WHERE data -> 'sms' ->> 'gatewayCarrierId' = $1::text)`;
      const gone = await first<{ name: string }>(
        tx,
        `DELETE FROM carriers WHERE id = $1 AND NOT EXISTS ${used} RETURNING name`,
        [id],
      );
      if (!gone)
        throw new AppError(
          (await first(tx, `SELECT 1 FROM carriers WHERE id = $1`, [id])) ? 'row.in_use' : 'row.not_found',
        );
      await this.audit.record(tx, staff, 'carrier.removed', { name: gone.name });
    });
    return DONE;
  }

  private async one(id: string): Promise<CarrierDto> {
    const found = await first<CarrierDto>(this.db, `${ROW} WHERE k.id = $1`, [id]);
    if (!found) throw new AppError('row.not_found');
    return found;
  }
}
