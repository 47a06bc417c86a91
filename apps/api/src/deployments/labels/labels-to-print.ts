import type { DataSource } from 'typeorm';
import type { Keys } from '../../config/keys.js';
import { rows } from '../../db/sql.js';
import { ownPortalOrigin } from '../../settings/portal-origin-sql.js';
import { labelUrl, openLabelCodes } from './label-codes.js';
import type { Labelled } from './label-facts.js';
import type { PrintLabels } from './label-print.dto.js';
import type { LabelToPrint } from './print/print-labels.js';

/** Which labels: named ones, in their order, or those of a deployment, by the names of their devices. */
export type Chosen = Pick<PrintLabels, 'labelIds' | 'deploymentId' | 'only'>;

interface Row {
  id: string;
  publicId: string;
  sealed: Buffer;
  deviceId: string;
  deviceName: string;
  position: string | null;
  deploymentName: string;
  portalOrigin: string | null;
  nameKey: string;
}

const BATCH = 250;

const COLUMNS = `l.id, l.public_id AS "publicId", l.sealed, d.id AS "deviceId", d.name AS "deviceName", d.position, p.name AS "deploymentName", ${ownPortalOrigin('u')} AS "portalOrigin", d.name_key AS "nameKey"`;
/** Only labels in use, on devices in use. */
const USABLE = `devices d JOIN labels l ON l.id = d.active_label_id AND l.state = 'active' JOIN deployments p ON p.id = d.deployment_id
  JOIN customers u ON u.id = p.customer_id`;

const NAMED = `
  SELECT ${COLUMNS} FROM unnest($1::uuid[]) WITH ORDINALITY AS x(id, place)
    JOIN (${USABLE}) ON l.id = x.id WHERE d.status = 'active' ORDER BY x.place`;

const unprinted = ({ only }: Chosen): string => (only === 'unprinted' ? 'AND l.printed_at IS NULL' : '');

const ofDeployment = (chosen: Chosen): string => `
  SELECT ${COLUMNS} FROM ${USABLE} WHERE d.deployment_id = $1 AND d.status = 'active' ${unprinted(chosen)}
     AND (d.name_key, d.id) > ($2, $3::uuid) ORDER BY d.name_key, d.id LIMIT ${BATCH}`;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What will be printed, for the record; of named labels those that can be. */
export const countToPrint = (db: DataSource, chosen: Chosen): Promise<(Labelled & { labelId: string })[]> =>
  rows(
    db,
    `SELECT l.id AS "labelId", d.id AS "deviceId", d.name, p.id AS "deploymentId", p.customer_id AS "customerId" FROM ${USABLE} WHERE d.status = 'active'
        AND ${chosen.labelIds ? 'l.id = ANY ($1::uuid[])' : `d.deployment_id = $1 ${unprinted(chosen)}`}`,
    [chosen.labelIds ?? chosen.deploymentId],
  );

/** A few at a time, each opened when it is asked for: a page of them is in memory, never all. */
export async function* labelsToPrint(
  db: DataSource,
  chosen: Chosen,
  { keys, portalOrigin: usual }: { keys: Keys; portalOrigin: string },
): AsyncGenerator<LabelToPrint> {
  for await (const row of chosen.labelIds ? named(db, chosen.labelIds) : standing(db, chosen)) {
    const { secret, code } = openLabelCodes(keys, row.id, row.sealed);
    const { deviceName, deploymentName, position } = row;
    yield {
      url: labelUrl(row.portalOrigin ?? usual, row.publicId, secret),
      code,
      deviceName,
      deploymentName,
      position,
    };
  }
}

async function* named(db: DataSource, ids: readonly string[]): AsyncGenerator<Row> {
  for (let start = 0; start < ids.length; start += BATCH)
    yield* await rows<Row>(db, NAMED, [ids.slice(start, start + BATCH)]);
}

async function* standing(db: DataSource, chosen: Chosen): AsyncGenerator<Row> {
  for (let after: Pick<Row, 'nameKey' | 'deviceId'> | undefined; ;) {
    const values = [chosen.deploymentId, after?.nameKey ?? '', after?.deviceId ?? NOBODY];
    const found = await rows<Row>(db, ofDeployment(chosen), values);
    yield* found;
    after = found.at(-1);
    if (!after) return;
  }
}
