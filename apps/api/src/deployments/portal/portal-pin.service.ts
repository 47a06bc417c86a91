import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { REVEALS } from '../../credentials/pins/pins.service.js';
import { first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import { PinNotices } from './pin-notices.js';
import type {
  EnabledDeploymentPortal,
  NewDeploymentPin,
  RevealedDeploymentPin,
  SetDeploymentPin,
} from './portal.dto.js';
import { PortalPinStore } from './portal-pin-store.js';
import { portalRow } from './portal-row.js';
import { factsOf, PortalService } from './portal.service.js';

/** How a PIN is stored, and who is told of a new one. */
@Injectable()
export class PortalPins {
  constructor(
    readonly store: PortalPinStore,
    readonly notices: PinNotices,
    readonly budgets: BudgetsService,
  ) {}
}

@Injectable()
export class PortalPinService {
  constructor(
    private readonly db: DataSource,
    private readonly pins: PortalPins,
    private readonly portal: PortalService,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
  ) {}

  /** Throws deployment.inactive. The PIN is answered only when it was made just now. */
  enable(id: string, staff: StaffActor): Promise<EnabledDeploymentPortal> {
    return transaction(this.db, async (tx) => {
      const row = await portalRow(tx, id, 'lock');
      const active = await first(tx, `SELECT 1 FROM deployments WHERE id = $1 AND status = 'active'`, [id]);
      if (!active) throw new AppError('deployment.inactive');
      if (row.isEnabled) return { pin: null, portal: await this.portal.get(id, tx) };
      const made = row.pinHash === null ? await this.pins.store.put(tx, row, { graceDays: 0 }) : undefined;
      if (made) await this.audit.record(tx, staff, 'deployment_pin.set', { ...factsOf(row), isGenerated: true });
      await rows(
        tx,
        `UPDATE deployment_portals SET is_enabled = true, version = version + 1 WHERE deployment_id = $1`,
        [id],
      );
      // One that was opened in the moment of disabling came after all others had ended (INV-8).
      await rows(tx, `DELETE FROM sessions WHERE deployment_id = $1 AND kind = 'visit'`, [id]);
      await this.audit.record(tx, staff, 'deployment_portal.enabled', factsOf(row));
      return { pin: made?.pin ?? null, portal: await this.portal.get(id, tx) };
    });
  }

  /** A new PIN, shown this one time (A14). Throws pin.weak; request.invalid_body when somebody chosen cannot be told. */
  set(id: string, wanted: SetDeploymentPin, staff: StaffActor): Promise<NewDeploymentPin> {
    return transaction(this.db, async (tx) => {
      const row = await portalRow(tx, id, 'lock');
      const graceDays = wanted.graceDays ?? (await this.settings.read(tx)).visits.pinGraceDays;
      const { pin, oldPinUntil } = await this.pins.store.put(tx, row, { ...wanted, graceDays });
      const told = await this.pins.notices.send(tx, row, {
        contactIds: wanted.notifyContactIds,
        pinVersion: row.pinVersion + 1,
        staff,
      });
      await this.audit.record(tx, staff, 'deployment_pin.set', {
        ...factsOf(row),
        isGenerated: wanted.pin === undefined,
        oldPinUntil,
        told,
      });
      return { pin, oldPinUntil, portal: await this.portal.get(id, tx) };
    });
  }

  /** The record of it stands, or the PIN is not shown (INV-10). Shares its limit with the PINs of people. */
  async reveal(id: string, staff: StaffActor): Promise<RevealedDeploymentPin> {
    const row = await portalRow(this.db, id);
    if (row.pinHash === null) throw new AppError('portal.no_pin');
    const attempt = await this.pins.budgets.spend(this.db, { kind: 'reveal', subject: staff.staffId, rule: REVEALS });
    if (!attempt.allowed) throw new AppError('pin.reveal_limit', { retryAfter: attempt.waitSeconds });
    const pin = this.pins.store.open(row);
    await this.audit.record(this.db, staff, 'deployment_pin.revealed', factsOf(row));
    return { pin };
  }
}
