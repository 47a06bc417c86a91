import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { first, rows, transaction } from '../../db/sql.js';
import type { Creating } from '../../http/acting.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { LabelDto, LabelsMarked, ReplaceLabel } from './label.dto.js';
import { factsPerDeployment, type Labelled, labelFacts } from './label-facts.js';
import { LabelWrites, type StoredLabel } from './label-writes.js';
import { LabelsQueries } from './labels.queries.js';

/** What becomes of a label after it was made. */
@Injectable()
export class LabelsService {
  constructor(
    private readonly db: DataSource,
    private readonly writes: LabelWrites,
    private readonly queries: LabelsQueries,
    private readonly audit: AuditService,
    private readonly settings: SettingsService,
  ) {}

  /** For a lost or dirty label. Throws label.not_active and device.retired. */
  async replace(id: string, { graceDays }: ReplaceLabel, creating: Creating<StaffActor>): Promise<LabelDto> {
    await transaction(this.db, async (tx) => {
      const label = await this.writes.lock(tx, id);
      // The same request, sent again after its answer was lost.
      if (label.replacedById === creating.id) return;
      const device = usableDevice(label);
      const days = graceDays ?? (await this.settings.read(tx)).visits.labelGraceDays;
      const graceUntil = await supersede(tx, { id, by: creating.id, days });
      await this.writes.make(tx, [{ ...device, labelId: creating.id }]);
      if (days === 0) await this.writes.endVisits(tx, id);
      await this.audit.record(tx, creating.actor, 'label.replaced', {
        ...labelFacts(device, creating.id),
        graceDays: days,
        graceUntil,
      });
      await this.writes.tell(tx, [device]);
    });
    return this.queries.get(creating.id, creating.actor);
  }

  /** Once more is the same as once. */
  async revoke(id: string, staff: StaffActor): Promise<LabelDto> {
    await transaction(this.db, async (tx) => {
      const { state, device } = await this.writes.lock(tx, id);
      if (state === 'revoked') return;
      await rows(tx, `UPDATE labels SET state = 'revoked', grace_until = NULL WHERE id = $1`, [id]);
      await rows(tx, `UPDATE devices SET active_label_id = NULL WHERE active_label_id = $1`, [id]);
      await this.writes.endVisits(tx, id);
      await this.audit.record(tx, staff, 'label.revoked', device ? labelFacts(device, id) : { subjectId: id });
      if (device) await this.writes.tell(tx, [device]);
    });
    return this.queries.get(id, staff);
  }

  /** Those in use; others are left alone. One event for each deployment. */
  markPrinted(ids: readonly string[], staff: StaffActor): Promise<LabelsMarked> {
    return transaction(this.db, async (tx) => {
      const marked = await rows<Labelled & { labelId: string }>(
        tx,
        `UPDATE labels l SET printed_at = now() FROM devices d JOIN deployments p ON p.id = d.deployment_id
          WHERE l.id = ANY ($1::uuid[]) AND l.state = 'active' AND d.id = l.device_id
          RETURNING l.id AS "labelId", d.id AS "deviceId", d.name, p.id AS "deploymentId", p.customer_id AS "customerId"`,
        [ids],
      );
      await this.audit.recordMany(tx, staff, 'label.marked_printed', factsPerDeployment(marked));
      await this.writes.tell(tx, marked);
      return { marked: marked.length };
    });
  }
}

function usableDevice({ state, device }: StoredLabel): Labelled {
  if (state !== 'active' || !device) throw new AppError('label.not_active');
  if (device.status !== 'active') throw new AppError('device.retired');
  return device;
}

async function supersede(tx: EntityManager, { id, by, days }: { id: string; by: string; days: number }): Promise<Date> {
  const ended = await first<{ graceUntil: Date }>(
    tx,
    `UPDATE labels SET state = 'superseded', grace_until = now() + make_interval(days => $3::int), replaced_by_id = $2
      WHERE id = $1 RETURNING grace_until AS "graceUntil"`,
    [id, by, days],
  );
  if (!ended) throw new Error('The label was locked, yet it is gone');
  return ended.graceUntil;
}
