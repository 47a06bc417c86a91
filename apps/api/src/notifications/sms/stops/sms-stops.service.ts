import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../../audit/audit.service.js';
import { newId } from '../../../db/id.js';
import { type Db, first, rows, transaction } from '../../../db/sql.js';
import type { StaffActor } from '../../../http/actors.js';
import { AppError } from '../../../http/app-error.js';
import { DONE, type Done } from '../../../http/schemas.js';
import { SettingsService } from '../../../settings/settings.service.js';
import { type Alarm, SmsStopAlert } from './sms-stop-alert.js';
import type { SmsStopDto } from './sms-stops.dto.js';

const LIST = `SELECT id, country, cause, sent, used, stopped_at AS "stoppedAt" FROM sms_stops WHERE lifted_at IS NULL ORDER BY stopped_at DESC`;

const STOP = `
  INSERT INTO sms_stops (id, country, cause, sent, used) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (country) WHERE lifted_at IS NULL DO NOTHING RETURNING id`;

/** Countries that no SMS go to, from an alarm until staff lift it (D9). */
@Injectable()
export class SmsStopsService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly alert: SmsStopAlert,
    private readonly audit: AuditService,
  ) {}

  async list(): Promise<{ items: SmsStopDto[] }> {
    return { items: await rows<SmsStopDto>(this.db, LIST) };
  }

  /** Undefined where nothing is stopped. */
  of(country: string, db: Db = this.db): Promise<{ id: string } | undefined> {
    return first(db, `SELECT id FROM sms_stops WHERE country = $1 AND lifted_at IS NULL`, [country]);
  }

  /** Of any number of alarms at once, one stops the country and is told. */
  stop(alarm: Alarm): Promise<void> {
    const { country, cause, sent, used } = alarm;
    return transaction(this.db, async (tx) => {
      const stopped = await first(tx, STOP, [newId(), country, cause, sent, used]);
      if (!stopped) return;
      await this.alert.send(tx, { alarm, settings: await this.settings.read(tx) });
      await this.audit.record(tx, { kind: 'system', name: 'Latchkey' }, 'sms.stopped', { country, cause, sent, used });
    });
  }

  lift(id: string, reason: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const lifted = await first<{ country: string }>(
        tx,
        `UPDATE sms_stops SET lifted_at = now(), lifted_by_name = $2, reason = $3 WHERE id = $1 AND lifted_at IS NULL RETURNING country`,
        [id, staff.name, reason],
      );
      if (!lifted) throw new AppError('row.not_found');
      await this.audit.record(tx, staff, 'sms.stop_lifted', { country: lifted.country, reason });
      return DONE;
    });
  }
}
