import { UNNAMED } from '../../db/named-statements.js';
import { afterCursor, type Sort } from '../list-sorts.js';
import type { LabelQuery } from './label.dto.js';

/** Columns of a label's own life. */
export const LABEL_LIFE = `l.id, l.public_id AS "publicId", l.state, l.grace_until AS "graceUntil", l.printed_at AS "printedAt", l.first_scan_at AS "firstScanAt",
  l.last_scan_at AS "lastScanAt", l.late_scan_at AS "lateScanAt", l.scans, l.created_at AS "createdAt"`;

/** With where it is: `d` device, `p` deployment, `c` customer, none once the device was deleted. */
export const LABEL_ROW = `${LABEL_LIFE}, d.status AS "deviceStatus",
  CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'name', d.name, 'position', d.position, 'model', d.model) END AS device,
  CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS deployment,
  CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS customer`;

export const LABEL_JOINS = `LEFT JOIN devices d ON d.id = l.device_id LEFT JOIN deployments p ON p.id = d.deployment_id LEFT JOIN customers c ON c.id = p.customer_id`;

const LISTS = {
  never_scanned: `l.state = 'active' AND l.first_scan_at IS NULL`,
  scanned_late: 'l.late_scan_at IS NOT NULL',
} as const;

const newestBy = (column: string): Sort => ({
  order: `l.${column} DESC, l.id DESC`,
  value: `l.${column}`,
  type: 'timestamptz',
  direction: '<',
});

/** The statement of a page. Exported for the tests that look at its plan. */
export function labelListing(query: LabelQuery): { sql: string; values: unknown[]; sortName: string } {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const isLate = query.list === 'scanned_late';
  const sort = newestBy(isLate ? 'late_scan_at' : 'created_at');
  const sortName = isLate ? 'scanned_late' : 'newest';
  const filters: string[] = [];
  if (query.deviceId) filters.push(`l.device_id = ${add(query.deviceId)}`);
  if (query.deploymentId) filters.push(`n.deployment_id = ${add(query.deploymentId)}`);
  if (query.state) filters.push(`l.state = '${query.state}'`);
  if (query.list) filters.push(LISTS[query.list]);
  if (query.cursor) filters.push(afterCursor(query.cursor, { sort, name: sortName, add }));
  const from = query.deploymentId ? 'devices n JOIN labels l ON l.device_id = n.id' : 'labels l';
  const where = filters.length > 0 ? `WHERE ${filters.join(' AND ')}` : '';
  const picked = `SELECT l.* FROM ${from} ${where} ORDER BY ${sort.order} LIMIT ${add(query.limit + 1)}`;
  const sql = `${UNNAMED} SELECT ${LABEL_ROW}, ${sort.value}::text AS place FROM (${picked}) l ${LABEL_JOINS} ORDER BY ${sort.order}`;
  return { sql, values, sortName };
}
