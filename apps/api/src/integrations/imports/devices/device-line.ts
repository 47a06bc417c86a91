import { ChangeDeployment } from '../../../deployments/deployment.dto.js';
import type { DeploymentFields } from '../../../deployments/deployment-writes.js';
import { ChangeDevice } from '../../../deployments/device.dto.js';
import type { DeviceFields } from '../../../deployments/device-record.js';
import { given } from '../../../audit/row-changes.js';
import { DEPLOYMENT_FIELDS, DEVICE_FIELDS, type ImportField } from '../import-fields.js';
import { type Cells, read, type Reason } from '../import-line.js';

/** How the line names its customer. */
export interface CustomerKeys {
  number?: string;
  name?: string;
  externalId?: string;
}

/** One line of a file of devices, read. A part is undefined when the line has nothing of it. */
export interface DeviceLine {
  line: number;
  title: string;
  customer: CustomerKeys | undefined;
  deployment: Partial<DeploymentFields> | undefined;
  device: Partial<Omit<DeviceFields, 'deploymentId' | 'status'>> | undefined;
  /** ISO code: says the time zone of a new deployment where the line does not. */
  country: string;
  reasons: Reason[];
}

const tagsOf = (cell: string | undefined): { tags?: string[] } => {
  const tags = (cell ?? '').split(/[,;|]/).flatMap((tag) => tag.trim() || []);
  return tags.length > 0 ? { tags } : {};
};

function deploymentPart(cells: Cells): { value: Partial<DeploymentFields>; reasons: Reason[] } {
  const { value, reasons } = read(ChangeDeployment, {
    name: cells.deployment_name,
    externalId: cells.deployment_external_id,
    street: cells.street,
    postalCode: cells.postal_code,
    city: cells.city,
    notes: cells.deployment_notes,
    timeZone: cells.time_zone,
    ...(cells.country ? { country: cells.country.toUpperCase() } : {}),
  });
  return { value: given(value), reasons };
}

function devicePart(cells: Cells): { value: NonNullable<DeviceLine['device']>; reasons: Reason[] } {
  const { value, reasons } = read(ChangeDevice, {
    name: cells.device_name,
    externalId: cells.device_external_id,
    model: cells.model,
    serial: cells.serial,
    position: cells.position,
    notes: cells.device_notes,
    ...tagsOf(cells.tags),
  });
  return { value: given(value), reasons };
}

const has = (cells: Cells, fields: readonly ImportField[]): boolean =>
  fields.some((field) => cells[field] !== undefined);

function customerKeys(cells: Cells): CustomerKeys | undefined {
  const keys = given({
    number: cells.customer_number,
    name: cells.customer_name,
    externalId: cells.customer_external_id,
  }) as CustomerKeys;
  return Object.keys(keys).length > 0 ? keys : undefined;
}

/** What a person recognises the line by. */
function titleOf(cells: Cells): string {
  const place = cells.deployment_name ?? cells.deployment_external_id;
  const device = cells.device_name ?? cells.device_external_id ?? cells.serial;
  return [place, device].filter(Boolean).join(' · ').slice(0, 200);
}

/** Reads one line. What cannot be read is left out with a reason; the planner decides what becomes of the rest. */
export function readDeviceLine(line: number, cells: Cells, usualCountry: string): DeviceLine {
  const deployment = has(cells, DEPLOYMENT_FIELDS) ? deploymentPart(cells) : undefined;
  const device = has(cells, DEVICE_FIELDS) ? devicePart(cells) : undefined;
  return {
    line,
    title: titleOf(cells),
    customer: customerKeys(cells),
    deployment: deployment?.value,
    device: device?.value,
    country: deployment?.value.country ?? usualCountry,
    reasons: [...(deployment?.reasons ?? []), ...(device?.reasons ?? [])],
  };
}

/** Zones that a country has beside its own, for a place that lies inside another one. */
const EXCLAVES: ReadonlySet<string> = new Set(['Europe/Busingen']);

/** The time zone of a country that has only one. */
export function zoneOf(country: string): string | undefined {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    timeZones?: string[];
    getTimeZones?: () => string[] | undefined;
  };
  const zones = (locale.getTimeZones?.() ?? locale.timeZones ?? []).filter((zone) => !EXCLAVES.has(zone));
  return zones.length === 1 ? zones[0] : undefined;
}
