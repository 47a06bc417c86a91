import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { Editing } from '../../http/acting.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError, type InputProblem } from '../../http/app-error.js';
import { PortalTries } from './portal-tries.js';
import type { ChangeDeploymentPortal, DeploymentPortalDto } from './portal.dto.js';
import { type PortalRow, portalRow } from './portal-row.js';
import { textProblems } from './portal-text-rules.js';

@Injectable()
export class PortalService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly tries: PortalTries,
  ) {}

  async get(id: string, db: Db = this.db): Promise<DeploymentPortalDto> {
    const { pinHash, ...row } = await portalRow(db, id);
    return { ...row, hasPin: pinHash !== null, ...(await this.tries.state(db, id, row.pinVersion)) };
  }

  /** Throws request.invalid_body (a link or template that cannot be), portal.no_way_back, row.changed. */
  async change(
    id: string,
    change: ChangeDeploymentPortal,
    { actor, version }: Editing<StaffActor>,
  ): Promise<DeploymentPortalDto> {
    return transaction(this.db, async (tx) => {
      const before = await portalRow(tx, id, 'lock');
      if (before.version !== version) throw new AppError('row.changed');
      await this.assertFits(tx, before, change);
      const after = { ...before, ...change };
      const changed = Object.keys(change).filter(
        (name) => JSON.stringify(before[name as keyof PortalRow]) !== JSON.stringify(after[name as keyof typeof after]),
      );
      if (changed.length === 0) return this.get(id, tx);
      await rows(
        tx,
        `UPDATE deployment_portals SET texts = $2, shows_open_cases = $3, template_ids = $4, ask_name = $5, ask_email = $6, ask_phone = $7,
                allows_no_reply = $8, takes_photos = $9, languages = $10, version = version + 1 WHERE deployment_id = $1`,
        [
          id,
          JSON.stringify(after.texts),
          after.showsOpenCases,
          after.templateIds,
          after.askName,
          after.askEmail,
          after.askPhone,
          after.allowsNoReply,
          after.takesPhotos,
          after.languages,
        ],
      );
      await this.audit.record(tx, actor, 'deployment_portal.changed', {
        ...factsOf(before),
        fields: changed,
      });
      return this.get(id, tx);
    });
  }

  /** Visits end with it, and do not come back to life when the portal is enabled again (INV-8). */
  disable(id: string, staff: StaffActor): Promise<DeploymentPortalDto> {
    return transaction(this.db, async (tx) => {
      const row = await portalRow(tx, id, 'lock');
      if (row.isEnabled) {
        await rows(
          tx,
          `UPDATE deployment_portals SET is_enabled = false, version = version + 1 WHERE deployment_id = $1`,
          [id],
        );
        await rows(tx, `DELETE FROM sessions WHERE deployment_id = $1 AND kind = 'visit'`, [id]);
        await this.audit.record(tx, staff, 'deployment_portal.disabled', factsOf(row));
      }
      return this.get(id, tx);
    });
  }

  /** Strangers may try again: everything counted against this PIN and its labels is forgotten, and staff are told anew. */
  liftPause(id: string, reason: string, staff: StaffActor): Promise<DeploymentPortalDto> {
    return transaction(this.db, async (tx) => {
      const row = await portalRow(tx, id, 'lock');
      const { wrongTries } = await this.tries.state(tx, id, row.pinVersion);
      await this.tries.forget(tx, id, row.pinVersion);
      await rows(tx, `UPDATE deployment_portals SET told_tries = 0 WHERE deployment_id = $1`, [id]);
      await this.audit.record(tx, staff, 'deployment_portal.pause_lifted', { ...factsOf(row), wrongTries, reason });
      return this.get(id, tx);
    });
  }

  private async assertFits(tx: Db, before: PortalRow, change: ChangeDeploymentPortal): Promise<void> {
    const errors: InputProblem[] = change.texts ? textProblems(change.texts) : [];
    if (change.languages && new Set(change.languages).size < change.languages.length)
      errors.push({ pointer: '/languages', code: 'twice', detail: 'A language is named twice' });
    if (change.templateIds && !(await areTemplates(tx, change.templateIds)))
      errors.push({ pointer: '/templateIds', code: 'unknown', detail: 'Not all of these templates exist, each once' });
    if (errors.length > 0) throw new AppError('request.invalid_body', { errors });
    const { askEmail, askPhone, allowsNoReply } = { ...before, ...change };
    if (askEmail === 'hidden' && askPhone === 'hidden' && !allowsNoReply) throw new AppError('portal.no_way_back');
  }
}

/** What every record about a portal names. */
export const factsOf = (row: PortalRow): { customerId: string; deploymentId: string; name: string } => ({
  customerId: row.customerId,
  deploymentId: row.deploymentId,
  name: row.deploymentName,
});

async function areTemplates(tx: Db, ids: string[]): Promise<boolean> {
  const found = await first<{ count: number }>(
    tx,
    `SELECT count(*)::int AS count FROM case_templates WHERE id = ANY ($1)`,
    [ids],
  );
  return found?.count === ids.length;
}
