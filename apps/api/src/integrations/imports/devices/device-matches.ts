import type { EntityManager } from 'typeorm';
import { DEPLOYMENT_COLUMNS, type StoredDeployment } from '../../../deployments/deployment-writes.js';
import type { StoredDevice } from '../../../deployments/device-record.js';
import { DEVICE_COLUMNS } from '../../../deployments/device-writes.js';
import { rows } from '../../../db/sql.js';
import { fold } from '../../../text/fold.js';
import type { CustomerKeys, DeviceLine } from './device-line.js';

export interface KnownCustomer {
  id: string;
  number: string;
  externalId: string | null;
  nameKey: string;
}
export type KnownDeployment = StoredDeployment & { nameKey: string };
export type KnownDevice = StoredDevice & { nameKey: string };

const present = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
];

/** Customers that the lines may mean: by number, external id or exact name. */
export function findCustomers(tx: EntityManager, lines: readonly DeviceLine[]): Promise<KnownCustomer[]> {
  const keys = lines.map((line) => line.customer);
  return rows<KnownCustomer>(
    tx,
    `SELECT c.id, c.number, c.external_id AS "externalId", c.name_key AS "nameKey" FROM customers c
      WHERE c.id IN (SELECT id FROM customers WHERE number = ANY ($1) UNION SELECT id FROM customers WHERE external_id = ANY ($2)
                     UNION SELECT id FROM customers WHERE name_key = ANY ($3))`,
    [
      present(keys.map((key) => key?.number)),
      present(keys.map((key) => key?.externalId)),
      present(keys.map((key) => key?.name && fold(key.name))),
    ],
  );
}

/** Deployments that the lines may mean: by external id, or by exact name. */
export function findDeployments(tx: EntityManager, lines: readonly DeviceLine[]): Promise<KnownDeployment[]> {
  const parts = lines.map((line) => line.deployment);
  return rows<KnownDeployment>(
    tx,
    `SELECT ${DEPLOYMENT_COLUMNS}, p.name_key AS "nameKey" FROM deployments p
      WHERE p.id IN (SELECT id FROM deployments WHERE external_id = ANY ($1) UNION SELECT id FROM deployments WHERE name_key = ANY ($2))`,
    [present(parts.map((part) => part?.externalId)), present(parts.map((part) => part?.name && fold(part.name)))],
  );
}

export interface WantedDevice {
  /** Undefined when the line names no deployment: then only its external id says which device it is. */
  deploymentId: string | undefined;
  device: NonNullable<DeviceLine['device']>;
}

/** Devices that the lines may mean: by external id anywhere, by serial number or name in the deployment of the line. */
export function findDevices(tx: EntityManager, wanted: readonly WantedDevice[]): Promise<KnownDevice[]> {
  const at = (key: (device: WantedDevice['device']) => string | null | undefined) => {
    const pairs = wanted.flatMap(({ deploymentId, device }) => {
      const value = key(device);
      return deploymentId && value ? [[deploymentId, value] as const] : [];
    });
    return [pairs.map(([id]) => id), pairs.map(([, value]) => value)];
  };
  return rows<KnownDevice>(
    tx,
    `SELECT ${DEVICE_COLUMNS}, d.name_key AS "nameKey" FROM devices d
      WHERE d.id IN (
        SELECT id FROM devices WHERE external_id = ANY ($1)
        UNION SELECT k.id FROM unnest($2::uuid[], $3::text[]) w (deployment, value) JOIN devices k ON k.deployment_id = w.deployment AND k.serial = w.value
        UNION SELECT k.id FROM unnest($4::uuid[], $5::text[]) w (deployment, value) JOIN devices k ON k.deployment_id = w.deployment AND k.name_key = w.value)`,
    [
      present(wanted.map(({ device }) => device.externalId)),
      ...at((device) => device.serial),
      ...at((device) => device.name && fold(device.name)),
    ],
  );
}

/** Number and external id are sure; a name counts only where the line has neither. */
export function matchCustomer(
  known: readonly KnownCustomer[],
  keys: CustomerKeys,
): KnownCustomer | 'ambiguous' | undefined {
  const exact = known.find(
    (one) => (keys.number && one.number === keys.number) || (keys.externalId && one.externalId === keys.externalId),
  );
  if (exact || keys.number || keys.externalId) return exact;
  const named = known.filter((one) => one.nameKey === fold(keys.name ?? ''));
  return named.length > 1 ? 'ambiguous' : named[0];
}

/** The same external id anywhere, else the name at the customer of the line, or anywhere when the line names none. */
export function matchDeployment(
  known: readonly KnownDeployment[],
  fields: NonNullable<DeviceLine['deployment']>,
  customerId: string | undefined,
): KnownDeployment | 'ambiguous' | undefined {
  const byId = fields.externalId ? known.find((one) => one.externalId === fields.externalId) : undefined;
  if (byId || !fields.name) return byId;
  const key = fold(fields.name);
  const named = known.filter(
    (one) =>
      one.nameKey === key &&
      (customerId === undefined || one.customerId === customerId) &&
      !(fields.externalId && one.externalId),
  );
  return named.length > 1 ? 'ambiguous' : named[0];
}

const conflict = (one: string | null | undefined, other: string | null | undefined): boolean =>
  Boolean(one && other && one !== other);

/** The same external id anywhere, else the serial number, else the only one of that name without a contradiction that no earlier line meant. */
export function matchDevice(
  known: readonly KnownDevice[],
  { deploymentId, device }: WantedDevice,
  touched: ReadonlySet<string>,
): KnownDevice | 'ambiguous' | undefined {
  const byId = device.externalId ? known.find((one) => one.externalId === device.externalId) : undefined;
  if (byId) return byId;
  const here = known.filter((one) => one.deploymentId === deploymentId && !conflict(one.externalId, device.externalId));
  const bySerial = device.serial ? here.find((one) => one.serial === device.serial) : undefined;
  if (bySerial || !device.name) return bySerial;
  const key = fold(device.name);
  const isSure = !device.serial && !device.externalId;
  const named = here.filter(
    (one) => one.nameKey === key && !conflict(one.serial, device.serial) && (isSure || !touched.has(one.id)),
  );
  return named.length > 1 ? 'ambiguous' : named[0];
}
