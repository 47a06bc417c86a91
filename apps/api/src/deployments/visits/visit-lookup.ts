import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fingerprint, Keys } from '../../config/keys.js';
import { first } from '../../db/sql.js';
import { type LabelHashes, opensLabel } from '../labels/label-codes.js';
import { IS_IN_USE, LIVE_VISIT, OPEN_VISIT } from './live-visit.js';
import type { OpenVisit } from './visit.dto.js';
import type { Browser } from './visit-browser.js';
import { ADDRESS_RULE, type OwnKeys } from './visit-rules.js';

/** Where a right label leads: the device before the visitor, and the PIN to be given. */
export interface Target {
  labelId: string;
  deviceId: string;
  deploymentId: string;
  customerId: string;
  deviceName: string;
  model: string | null;
  position: string | null;
  hasPhoto: boolean;
  deploymentName: string;
  pinHash: string;
  /** While it works. */
  oldPinHash: string | null;
  pinVersion: number;
  toldTries: number;
  /** This browser gave the right PIN here before, and that PIN still works. */
  knownId: string | null;
  /** Which PIN that was: the one in use, or the one before. */
  knownVersion: number | null;
  /** The visit this browser has, when it is of the same deployment: no PIN is asked for again (D4.6). */
  visitId: string | null;
}

interface Row extends Target, LabelHashes {
  isOpen: boolean;
  isAddressSpent: boolean;
  waitSeconds: number;
}

export interface Lookup {
  /** Undefined unless the label is real, its secret right and everything behind it open. Nobody outside learns which of these failed. */
  target: Target | undefined;
  isAddressSpent: boolean;
  /** Seconds until this browser may try again at this label. */
  waitSeconds: number;
}

/** One statement for all that opening a visit needs to know, whether or not there is such a label. */
const LOOKUP = `
  SELECT l.id AS "labelId", l.public_id AS "publicId", l.secret_hash AS "secretHash", l.code_hash AS "codeHash",
         d.id AS "deviceId", d.name AS "deviceName", d.model, d.position, e.id AS "deploymentId", e.name AS "deploymentName", e.customer_id AS "customerId",
         EXISTS (SELECT 1 FROM device_files f WHERE f.device_id = d.id AND f.kind = 'photo') AS "hasPhoto",
         o.pin_hash AS "pinHash", CASE WHEN o.old_pin_until > now() THEN o.old_pin_hash END AS "oldPinHash",
         o.pin_version AS "pinVersion", o.told_tries AS "toldTries", k.id AS "knownId", k.pin_version AS "knownVersion",
         (SELECT s.id FROM ${LIVE_VISIT} WHERE s.token_hash = $3 AND ${OPEN_VISIT} AND s.deployment_id = e.id) AS "visitId",
         coalesce(l.id IS NOT NULL AND ${IS_IN_USE.label} AND ${IS_IN_USE.device} AND ${IS_IN_USE.deployment} AND ${IS_IN_USE.customer} AND ${IS_IN_USE.portal}, false) AS "isOpen",
         EXISTS (SELECT 1 FROM attempt_budgets b WHERE b.key = $4 AND b.used >= ${ADDRESS_RULE.max} AND b.next_at > now()) AS "isAddressSpent",
         coalesce((SELECT greatest(0, ceil(extract(epoch FROM b.next_at - now())))::int FROM attempt_budgets b WHERE b.key = $5), 0) AS "waitSeconds"
    FROM (SELECT 1) one
    LEFT JOIN labels l ON l.public_id = $1
    LEFT JOIN devices d ON d.id = l.device_id
    LEFT JOIN deployments e ON e.id = d.deployment_id
    LEFT JOIN customers u ON u.id = e.customer_id
    LEFT JOIN deployment_portals o ON o.deployment_id = e.id
    LEFT JOIN visit_browsers k ON k.token_hash = $2 AND k.deployment_id = e.id AND k.expires_at > now()
     AND (k.pin_version = o.pin_version OR (k.pin_version = o.pin_version - 1 AND o.old_pin_until > now()))`;

@Injectable()
export class VisitLookup {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
  ) {}

  async find(typed: OpenVisit, browser: Browser, own: OwnKeys): Promise<Lookup> {
    const row = await first<Row>(this.db, LOOKUP, [
      typed.label,
      browser.token === undefined ? null : fingerprint(browser.token),
      browser.sessionId === undefined ? null : fingerprint(browser.sessionId),
      own.address,
      own.browser,
    ]);
    if (!row) throw new Error('The lookup of a visit answers one row always');
    const isLabel = opensLabel(this.keys, row.publicId === null ? undefined : row, typed);
    const { isAddressSpent, waitSeconds } = row;
    return { target: isLabel && row.isOpen ? row : undefined, isAddressSpent, waitSeconds };
  }
}
