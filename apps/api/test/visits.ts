import { Keys } from '../src/config/keys.js';
import { newId } from '../src/db/id.js';
import { rows } from '../src/db/sql.js';
import { makeLabelCodes } from '../src/deployments/labels/label-codes.js';
import { PortalPinStore } from '../src/deployments/portal/portal-pin-store.js';
import type { Answer } from './answer.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';

export interface Label {
  id: string;
  publicId: string;
  secret: string;
  code: string;
  /** What the QR code holds, after the origin. */
  path: string;
}

export interface Place {
  customerId: string;
  deploymentId: string;
  deviceId: string;
  label: Label;
  pin: string;
}

let count = 0;

interface LabelPast {
  scans?: number;
  isPrinted?: boolean;
}

/** A label in use, written as rows: how labels are made is tested with the labels. */
export async function insertLabel(
  test: TestApp,
  deviceId: string | null,
  { scans = 0, isPrinted = false }: LabelPast = {},
): Promise<Label> {
  const id = newId();
  const { publicId, secret, code, ...stored } = makeLabelCodes(test.app.get(Keys), id);
  await rows(
    test.db,
    `INSERT INTO labels (id, public_id, secret_hash, code_hash, sealed, device_id, printed_at, first_scan_at, last_scan_at, scans)
     VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN now() END, CASE WHEN $8 > 0 THEN now() END, CASE WHEN $8 > 0 THEN now() END, $8)`,
    [id, publicId, stored.secretHash, stored.codeHash, stored.sealed, deviceId, isPrinted, scans],
  );
  await rows(test.db, `UPDATE devices SET active_label_id = $1 WHERE id = $2`, [id, deviceId]);
  if (scans > 0)
    await rows(
      test.db,
      `INSERT INTO label_scans (label_id, week, scans) VALUES ($1, date_trunc('week', now() AT TIME ZONE 'UTC')::date, $2)`,
      [id, scans],
    );
  return { id, publicId, secret, code, path: `/p/${publicId}#${secret}` };
}

/** A device with its label. */
export async function insertDevice(test: TestApp, deploymentId: string): Promise<{ deviceId: string; label: Label }> {
  const deviceId = newId();
  const name = `Gate ${(count += 1)}`;
  await rows(
    test.db,
    `INSERT INTO devices (id, deployment_id, name, name_key, model, serial, position, notes)
     VALUES ($1, $2, $3, lower($3), 'DX-40', 'canary-serial', 'Hall 3, gate 2', 'canary-notes')`,
    [deviceId, deploymentId, name],
  );
  return { deviceId, label: await insertLabel(test, deviceId) };
}

async function insertCustomer(test: TestApp): Promise<string> {
  const [profile, customer] = [newId(), newId()];
  await rows(test.db, `INSERT INTO rights_profiles (id, name, rights) VALUES ($1, $2, '{}')`, [profile, profile]);
  await rows(
    test.db,
    `INSERT INTO customers (id, number, name, name_key, rights_profile_id) VALUES ($1, $2, $3, lower($3), $4)`,
    [customer, `V-${customer}`, `Canary Customer ${(count += 1)}`, profile],
  );
  return customer;
}

/** A deployment with an open portal, a PIN, and one device with a label; written as rows. */
export async function insertPlace(test: TestApp, { pin = '4938', customerId = '' } = {}): Promise<Place> {
  const deploymentId = newId();
  const customer = customerId || (await insertCustomer(test));
  const name = `Terminal ${(count += 1)}`;
  await rows(
    test.db,
    `INSERT INTO deployments (id, customer_id, name, name_key, time_zone, street, postal_code, notes)
     VALUES ($1, $2, $3, lower($3), 'Europe/Stockholm', 'Hamngatan 12', '411 01', 'canary-notes')`,
    [deploymentId, customer, name],
  );
  const keys = test.app.get(Keys);
  await rows(
    test.db,
    `INSERT INTO deployment_portals (deployment_id, is_enabled, pin_version, pin_hash, pin_sealed, pin_length, pin_set_at)
     VALUES ($1, true, 1, $2, $3, $4, now())`,
    [
      deploymentId,
      test.app.get(PortalPinStore).hash(deploymentId, pin),
      keys.seal(pin, `deployment-pin:${deploymentId}:1`),
      pin.length,
    ],
  );
  return { customerId: customer, deploymentId, pin, ...(await insertDevice(test, deploymentId)) };
}

export const scan = (client: Client, { publicId, secret }: Label): Promise<Answer> =>
  client.post('/portal/scans', { label: publicId, secret });

export const tryPin = (
  client: Client,
  { publicId, secret }: Pick<Label, 'publicId' | 'secret'>,
  pin?: string,
): Promise<Answer> => client.post('/portal/visits', { label: publicId, secret, ...(pin === undefined ? {} : { pin }) });

/** A phone that scanned the label and was never here before. */
export async function stranger(test: TestApp, label: Label): Promise<Client> {
  const client = test.client();
  await scan(client, label);
  return client;
}

/** A phone that scanned the label and gave the PIN. */
export async function visiting(test: TestApp, place: Pick<Place, 'label' | 'pin'>): Promise<Client> {
  const client = await stranger(test, place.label);
  const answer = await tryPin(client, place.label, place.pin);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return client;
}

/** Wrong PINs of four digits, in no order. */
export const wrongPins = (right: string): string[] =>
  Array.from({ length: 10_000 }, (_, index) => String((index * 7_919) % 10_000).padStart(4, '0')).filter(
    (pin) => pin !== right,
  );
