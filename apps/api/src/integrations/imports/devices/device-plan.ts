import type { EntityManager } from 'typeorm';
import { newId } from '../../../db/id.js';
import type { DeploymentFields } from '../../../deployments/deployment-writes.js';
import type { DeviceFields } from '../../../deployments/device-record.js';
import { changedNames } from '../../../audit/row-changes.js';
import { fold } from '../../../text/fold.js';
import type { Reason } from '../import-line.js';
import type { Verdict } from '../import-plan.js';
import { type DeviceLine, zoneOf } from './device-line.js';
import {
  findCustomers,
  findDeployments,
  findDevices,
  type KnownCustomer,
  type KnownDeployment,
  type KnownDevice,
  matchCustomer,
  matchDeployment,
  matchDevice,
  type WantedDevice,
} from './device-matches.js';

type Act<F, K> =
  | { verdict: 'create'; id: string; fields: F }
  | { verdict: 'update'; id: string; fields: Partial<F>; before: K }
  | { verdict: 'unchanged'; id: string };

type NewDeploymentFields = Partial<DeploymentFields> & Pick<DeploymentFields, 'name' | 'timeZone'>;
type NewDeviceFields = Partial<DeviceFields> & Pick<DeviceFields, 'name' | 'deploymentId'>;

/** What becomes of one line: the same whether it is only shown or done. */
export interface PlannedDevice {
  line: number;
  title: string;
  verdict: Verdict;
  reasons: Reason[];
  deployment?: Act<NewDeploymentFields, KnownDeployment> & { customerId: string };
  device?: Act<NewDeviceFields, KnownDevice>;
}

/** What earlier lines have brought: a dry run writes nothing, so that later lines find it only here. */
export class DeviceMemory {
  /** Deployments by how lines name them. */
  readonly deployments = new Map<string, { id: string; customerId: string }>();
  readonly touched = new Set<string>();
  readonly created = new Set<string>();
}

const RANK: Record<Verdict, number> = { skip: 0, unchanged: 1, update: 2, create: 3 };

/** Answers undefined: there is no act to go with it. */
function skip(plan: PlannedDevice, code: string, about: Omit<Reason, 'code'> = {}): undefined {
  plan.verdict = 'skip';
  plan.reasons = [{ code, ...about }, ...plan.reasons];
  return undefined;
}

/** Decides every line of a batch (up to 500). Reads only. */
export async function planDevices(
  tx: EntityManager,
  lines: readonly DeviceLine[],
  memory: DeviceMemory,
): Promise<PlannedDevice[]> {
  const known = { customers: await findCustomers(tx, lines), deployments: await findDeployments(tx, lines) };
  const planned = lines.map((line) => planDeployment(line, known, memory));
  const wanted = lines.map((line, index) => wantedOf(line, planned[index]));
  const devices = await findDevices(
    tx,
    wanted.flatMap((want) => want ?? []),
  );
  planned.forEach((plan, index) => {
    const want = wanted[index];
    if (want) planDevice(plan, { want, devices, memory });
  });
  return planned;
}

function wantedOf(line: DeviceLine, plan: PlannedDevice | undefined): WantedDevice | undefined {
  if (!line.device || !plan || plan.verdict === 'skip') return undefined;
  return { deploymentId: plan.deployment?.id, device: line.device };
}

interface Known {
  customers: readonly KnownCustomer[];
  deployments: readonly KnownDeployment[];
}

function planDeployment(line: DeviceLine, known: Known, memory: DeviceMemory): PlannedDevice {
  const plan: PlannedDevice = { line: line.line, title: line.title, verdict: 'unchanged', reasons: [...line.reasons] };
  const isNamed = line.deployment?.name !== undefined || line.deployment?.externalId;
  if (!isNamed) withoutDeployment(plan, line);
  else {
    const customer = ownerOf(plan, line, known.customers);
    if (plan.verdict !== 'skip')
      chooseDeployment(plan, { line, customerId: customer?.id, known: known.deployments, memory });
  }
  return plan;
}

/** Only a device with an external id needs no deployment beside it. */
function withoutDeployment(plan: PlannedDevice, { device }: DeviceLine): void {
  if (!device) skip(plan, 'line.empty');
  else if (!device.externalId) skip(plan, 'deployment.missing', { field: 'deployment_name' });
}

function ownerOf(plan: PlannedDevice, { customer: keys }: DeviceLine, known: readonly KnownCustomer[]) {
  if (!keys) return undefined;
  const found = matchCustomer(known, keys);
  if (found === 'ambiguous')
    return skip(plan, 'customer.ambiguous', { field: 'customer_name', value: keys.name ?? '' });
  const value = keys.number ?? keys.externalId ?? keys.name ?? '';
  return found ?? skip(plan, 'customer.unknown', { field: 'customer_number', value });
}

interface Choice {
  line: DeviceLine;
  customerId: string | undefined;
  known: readonly KnownDeployment[];
  memory: DeviceMemory;
}

const deploymentKeys = ({ name, externalId }: Partial<DeploymentFields>, customerId = ''): string[] =>
  [externalId && `x:${externalId}`, name && `k:${customerId}:${fold(name)}`].filter((key): key is string =>
    Boolean(key),
  );

function chooseDeployment(plan: PlannedDevice, { line, customerId, known, memory }: Choice): void {
  const fields = line.deployment ?? {};
  const value = fields.name ?? fields.externalId ?? '';
  const keys = deploymentKeys(fields, customerId);
  const seen = keys.map((key) => memory.deployments.get(key)).find(Boolean);
  if (seen) return again(plan, seen, { customerId, value });
  const found = matchDeployment(known, fields, customerId);
  if (found === 'ambiguous') return skip(plan, 'deployment.ambiguous', { field: 'deployment_name', value });
  plan.deployment = found ? change(plan, found, { fields, customerId }) : creation(plan, { line, customerId });
  if (!plan.deployment) return;
  const { id, customerId: owner, verdict } = plan.deployment;
  plan.verdict = verdict;
  for (const key of keys) memory.deployments.set(key, { id, customerId: owner });
}

/** The first line that names a deployment says what becomes of it. */
function again(
  plan: PlannedDevice,
  seen: { id: string; customerId: string },
  { customerId, value }: { customerId: string | undefined; value: string },
): void {
  if (customerId && customerId !== seen.customerId) skip(plan, 'deployment.other_customer', { value });
  else plan.deployment = { verdict: 'unchanged', ...seen };
}

function change(
  plan: PlannedDevice,
  before: KnownDeployment,
  { fields, customerId }: { fields: Partial<DeploymentFields>; customerId: string | undefined },
): PlannedDevice['deployment'] {
  const value = before.name;
  if (customerId && customerId !== before.customerId) return skip(plan, 'deployment.other_customer', { value });
  if (before.status !== 'active') return skip(plan, 'deployment.inactive', { value });
  const { id, customerId: owner } = before;
  const next = only(fields, changedNames<Partial<DeploymentFields>>(before, fields));
  return Object.keys(next).length === 0
    ? { verdict: 'unchanged', id, customerId: owner }
    : { verdict: 'update', id, customerId: owner, fields: next, before };
}

function creation(
  plan: PlannedDevice,
  { line, customerId }: { line: DeviceLine; customerId: string | undefined },
): PlannedDevice['deployment'] {
  const { name, externalId, timeZone = zoneOf(line.country), ...rest } = line.deployment ?? {};
  if (!name) return skip(plan, 'deployment.unknown', { field: 'deployment_external_id', value: externalId ?? '' });
  if (!customerId) return skip(plan, 'deployment.no_customer', { field: 'deployment_name', value: name });
  if (!timeZone) return skip(plan, 'timeZone.missing', { field: 'time_zone', value: name });
  const fields = { ...rest, name, timeZone, ...(externalId ? { externalId } : {}) };
  return { verdict: 'create', id: newId(), customerId, fields };
}

const only = <T extends object>(fields: T, names: readonly string[]): T =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name))) as T;

const deviceKeys = ({ deploymentId = '', device }: WantedDevice): string[] => {
  const sure = [device.externalId && `x:${device.externalId}`, device.serial && `s:${deploymentId}:${device.serial}`];
  const keys = sure.filter((key): key is string => Boolean(key));
  return keys.length > 0 || !device.name ? keys : [`k:${deploymentId}:${fold(device.name)}`];
};

function planDevice(
  plan: PlannedDevice,
  { want, devices, memory }: { want: WantedDevice; devices: readonly KnownDevice[]; memory: DeviceMemory },
): void {
  const keys = deviceKeys(want);
  const found = matchDevice(devices, want, memory.touched);
  if (found === 'ambiguous') return skip(plan, 'device.ambiguous', { value: want.device.name ?? '' });
  if (keys.some((key) => memory.created.has(key)) || (found && memory.touched.has(found.id)))
    return skip(plan, 'line.duplicate');
  plan.device = found ? deviceChange(found, want) : deviceCreation(plan, want);
  if (!plan.device) return;
  for (const key of keys) memory.created.add(key);
  memory.touched.add(plan.device.id);
  if (RANK[plan.device.verdict] > RANK[plan.verdict]) plan.verdict = plan.device.verdict;
}

/** A line that names another deployment than the device stands in moves it. */
function deviceChange(before: KnownDevice, { deploymentId, device }: WantedDevice): PlannedDevice['device'] {
  const fields: Partial<DeviceFields> = { ...device, ...(deploymentId ? { deploymentId } : {}) };
  const next = only(fields, changedNames<Partial<DeviceFields>>(before, fields));
  return Object.keys(next).length === 0
    ? { verdict: 'unchanged', id: before.id }
    : { verdict: 'update', id: before.id, fields: next, before };
}

function deviceCreation(plan: PlannedDevice, { deploymentId, device }: WantedDevice): PlannedDevice['device'] {
  const { name, ...rest } = device;
  if (!deploymentId)
    return skip(plan, 'device.unknown', { field: 'device_external_id', value: device.externalId ?? '' });
  if (!name) return skip(plan, 'device.nameless', { field: 'device_name' });
  return { verdict: 'create', id: newId(), fields: { ...rest, name, deploymentId } };
}
