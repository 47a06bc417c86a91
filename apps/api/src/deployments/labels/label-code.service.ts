import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Keys } from '../../config/keys.js';
import { first } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { LabelCode } from './label.dto.js';
import { labelUrl, openLabelCodes } from './label-codes.js';
import { labelFacts } from './label-facts.js';
import { labelRow } from './label-writes.js';

/** Shows what is printed on a label, for a picture of it in the browser. */
@Injectable()
export class LabelCodeService {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly audit: AuditService,
    private readonly settings: SettingsService,
  ) {}

  /** Throws label.not_active. Stands on record once a day for each person and label, before it is shown (INV-10). */
  async show(id: string, staff: StaffActor): Promise<LabelCode> {
    const { state, publicId, sealed, device } = await labelRow(this.db, id);
    if (state !== 'active' || !device) throw new AppError('label.not_active');
    const isKnown = await first(
      this.db,
      `SELECT 1 FROM audit_events WHERE device_id = $1 AND action = 'label.code_shown' AND actor_id = $2 AND subject_id = $3 AND at > now() - interval '1 day' LIMIT 1`,
      [device.deviceId, staff.id, id],
    );
    if (!isKnown) await this.audit.record(this.db, staff, 'label.code_shown', labelFacts(device, id));
    const { secret, code } = openLabelCodes(this.keys, id, sealed);
    return { url: labelUrl(await this.settings.portalOrigin(this.db, device.customerId), publicId, secret), code };
  }
}
