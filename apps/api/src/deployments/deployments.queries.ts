import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listActivity } from '../audit/activity.queries.js';
import { first, rows } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { cursorOf, page } from '../http/paging.js';
import type { PageQuery } from '../http/schemas.js';
import { SettingsService } from '../settings/settings.service.js';
import { DEPLOYMENT_JOINS, deploymentColumns, deploymentListing } from './deployment-list.js';
import type { DEPLOYMENT_ACTIONS, DeploymentDto, DeploymentQuery, DeploymentRow } from './deployment.dto.js';

type DeploymentAction = (typeof DEPLOYMENT_ACTIONS)[number];
type Flat<T> = Omit<T, 'allowedActions'> & { hasPin: boolean };

const DETAIL = `
  SELECT ${deploymentColumns(10_000)}, p.street, p.postal_code AS "postalCode", p.country, p.time_zone AS "timeZone", p.notify_emails AS "notifyEmails", p.notes,
         p.updated_at AS "updatedAt", p.version,
         CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'name', m.name, 'isActive', m.status = 'active') END AS "defaultAssignee"
    FROM deployments p ${DEPLOYMENT_JOINS} LEFT JOIN staff_members m ON m.id = p.default_assignee_id WHERE p.id = $1`;

@Injectable()
export class DeploymentsQueries {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
  ) {}

  async list(
    query: DeploymentQuery,
    staff: StaffActor,
  ): Promise<{ items: DeploymentRow[]; nextCursor: string | null }> {
    const adviceMonths = query.portal === 'pin_due' ? (await this.settings.read()).pins.adviceMonths : 0;
    const listing = deploymentListing(query, adviceMonths);
    if (!listing) return { items: [], nextCursor: null };
    const found = await rows<Flat<DeploymentRow> & { place: string }>(this.db, listing.sql, listing.values);
    const { items, nextCursor } = page(found, query.limit, (last) => cursorOf(query.sort, last.place, last.id));
    return {
      items: items.map(({ place: _, hasPin, ...row }) => ({
        ...row,
        allowedActions: allowedActions({ ...row, hasPin }, staff),
      })),
      nextCursor,
    };
  }

  async get(id: string, staff: StaffActor): Promise<DeploymentDto> {
    const found = await first<Flat<Omit<DeploymentDto, 'portal'>> & { isPortalEnabled: boolean }>(this.db, DETAIL, [
      id,
    ]);
    if (!found) throw new AppError('row.not_found');
    const { isPortalEnabled, hasPin, ...row } = found;
    return {
      ...row,
      portal: { isEnabled: isPortalEnabled, hasPin },
      allowedActions: allowedActions({ ...row, hasPin }, staff),
    };
  }

  activity(id: string, query: PageQuery) {
    return listActivity(this.db, { kind: 'deployment', id }, query);
  }
}

function allowedActions(
  { status, hasPin }: { status: string; hasPin: boolean },
  { permissions }: StaffActor,
): DeploymentAction[] {
  const actions: DeploymentAction[] = [];
  const isActive = status === 'active';
  if (permissions.has('deployment:write')) {
    actions.push('edit', isActive ? 'deactivate' : 'reactivate', 'delete', 'configure_portal');
    if (isActive) actions.push('add_device');
  }
  if (permissions.has('deployment_pin:reveal') && hasPin) actions.push('reveal_pin');
  if (permissions.has('label:print') && isActive) actions.push('print_labels');
  if (permissions.has('case:write') && isActive) actions.push('report_case');
  return actions;
}
