import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first, rows } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import type { DeploymentChecklist, DeploymentTraffic } from './deployment.dto.js';

interface Facts {
  isReachable: boolean;
  hasOptions: boolean;
  devices: number;
  labelled: number;
  printed: number;
  scanned: number;
}

/** Retired devices need no label. Options count as chosen once anything differs from what a new portal has. */
const FACTS = `
  SELECT o.is_enabled AND o.pin_hash IS NOT NULL AS "isReachable",
         EXISTS (SELECT 1 FROM jsonb_each(o.texts) t, jsonb_each_text(t.value) part WHERE part.value <> '') OR o.shows_open_cases OR o.takes_photos
           OR o.template_ids IS NOT NULL OR o.languages <> '{}' OR NOT o.allows_no_reply
           OR (o.ask_name, o.ask_email, o.ask_phone) <> ('optional', 'optional', 'optional') AS "hasOptions",
         d.*
    FROM deployment_portals o
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS devices, count(l.id)::int AS labelled, count(l.printed_at)::int AS printed, count(l.first_scan_at)::int AS scanned
        FROM devices d LEFT JOIN labels l ON l.id = d.active_label_id WHERE d.deployment_id = o.deployment_id AND d.status = 'active') d
   WHERE o.deployment_id = $1`;

const WEEKS = 26;

/** Weeks start on Monday, UTC. Scans are those of the devices that stand there now: their history moved along. */
const TRAFFIC = `
  WITH weeks AS (
    SELECT (date_trunc('week', now() AT TIME ZONE 'UTC') - n * interval '1 week')::date AS week FROM generate_series(0, ${WEEKS - 1}) n),
  first AS (SELECT min(week) AS week FROM weeks),
  scanned AS (
    SELECT s.week, sum(s.scans)::int AS scans FROM devices d JOIN labels l ON l.device_id = d.id JOIN label_scans s ON s.label_id = l.id
     WHERE d.deployment_id = $1 AND s.week >= (SELECT week FROM first) GROUP BY s.week),
  opened AS (
    SELECT date_trunc('week', k.created_at AT TIME ZONE 'UTC')::date AS week, count(*)::int AS cases FROM cases k
     WHERE k.deployment_id = $1 AND k.activity_at >= (SELECT week FROM first)::timestamp AT TIME ZONE 'UTC' GROUP BY 1)
  SELECT to_char(w.week, 'YYYY-MM-DD') AS week, coalesce(s.scans, 0) AS scans, coalesce(o.cases, 0) AS cases
    FROM weeks w LEFT JOIN scanned s ON s.week = w.week LEFT JOIN opened o ON o.week = w.week ORDER BY w.week`;

@Injectable()
export class DeploymentProgress {
  constructor(private readonly db: DataSource) {}

  /** Each step's truth comes from the data: nobody ticks anything off (S1.14). */
  async checklist(id: string): Promise<DeploymentChecklist> {
    const facts = await first<Facts>(this.db, FACTS, [id]);
    if (!facts) throw new AppError('row.not_found');
    const { devices } = facts;
    const counted = (count: number) => ({ done: devices > 0 && count === devices, count, total: devices });
    return {
      items: [
        { key: 'device', done: devices > 0, count: devices, total: null },
        { key: 'portal_pin', done: facts.isReachable, count: null, total: null },
        { key: 'options', done: facts.hasOptions, count: null, total: null },
        { key: 'labels', ...counted(facts.labelled) },
        { key: 'printed', ...counted(facts.printed) },
        { key: 'scanned', ...counted(facts.scanned) },
      ],
    };
  }

  async traffic(id: string): Promise<DeploymentTraffic> {
    if (!(await first(this.db, `SELECT 1 FROM deployments WHERE id = $1`, [id]))) throw new AppError('row.not_found');
    return { weeks: await rows(this.db, TRAFFIC, [id]) };
  }
}
