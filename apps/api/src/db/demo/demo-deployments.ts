import type { EntityManager } from 'typeorm';
import type { AuditEvent } from '../../audit/audit-event.entity.js';
import type { Keys } from '../../config/keys.js';
import type { Customer } from '../../customers/customer.entity.js';
import type { Deployment, DeploymentPortal } from '../../deployments/deployment.entity.js';
import type { Device } from '../../deployments/device.entity.js';
import type { Label, LabelScans } from '../../deployments/labels/label.entity.js';
import type { PortalPinStore } from '../../deployments/portal/portal-pin-store.js';
import { portalRow } from '../../deployments/portal/portal-row.js';
import { searchKeyOf } from '../../deployments/list-search.js';
import type { StaffMember } from '../../staff/staff-member.entity.js';
import { fold } from '../../text/fold.js';
import { newId } from '../id.js';
import { ageLabels, demoLabel, demoScans } from './demo-labels.js';
import { DAY, daysAgo, idAt, seeded } from './random.js';
import { DEMO_DEVICES, DEMO_SITES, type DemoSite } from './deployment-story.js';

/** PIN of the first deployment's portal; the others have PINs of their own. */
export const DEMO_PORTAL_PIN = '4729';

export interface DemoDeployments {
  deployments: Partial<Deployment>[];
  portals: Partial<DeploymentPortal>[];
  devices: Partial<Device>[];
  labels: Partial<Label>[];
  scans: Partial<LabelScans>[];
  acts: (Partial<AuditEvent> & { at: Date })[];
}

const DEVICES_EACH = 5;

interface World {
  customers: readonly Partial<Customer>[];
  staff: readonly Partial<StaffMember>[];
  keys: Keys;
}

/** Twelve deployments with sixty devices: some labelled and scanned, some printed only, the last ones still bare. */
export function demoDeployments(world: World): DemoDeployments {
  const made: DemoDeployments = { deployments: [], portals: [], devices: [], labels: [], scans: [], acts: [] };
  const random = seeded(17);
  DEMO_SITES.forEach((site, index) => addSite(made, { site, index, random, world }));
  tellOfLabels(made, world);
  made.acts = made.acts.map((act) => ({ ...act, id: idAt(act.at) }));
  return made;
}

interface Plot {
  site: DemoSite;
  index: number;
  random: () => number;
  world: World;
}

function addSite(made: DemoDeployments, plot: Plot): void {
  const { site, index, world } = plot;
  const customer = world.customers.find(({ name }) => name === site.customer);
  if (!customer) return;
  const at = daysAgo(330 - index * 24);
  const deployment = {
    id: newId(),
    customerId: customer.id,
    name: site.name,
    nameKey: fold(site.name),
    externalId: `SITE-${101 + index}`,
    street: site.street,
    city: customer.city ?? null,
    country: customer.country ?? null,
    searchKey: searchKeyOf([site.name, `SITE-${101 + index}`, site.street, customer.city ?? null]),
    timeZone: site.timeZone,
    defaultAssigneeId: world.staff[index % 2 === 0 ? 2 : 1]?.id ?? null,
    notifyEmails: index % 3 === 0 ? [`shift.${101 + index}@example.com`] : [],
    status: 'active' as const,
    createdAt: at,
    updatedAt: at,
  };
  made.deployments.push(deployment);
  made.portals.push(portalOf(deployment.id, site));
  record(made, { world, at, action: 'deployment.created', about: { deployment, name: site.name } });
  for (let place = 0; place < DEVICES_EACH; place += 1) addDevice(made, { ...plot, deployment, at, place });
}

const portalOf = (deploymentId: string, site: DemoSite): Partial<DeploymentPortal> => ({
  deploymentId,
  isEnabled: site.portal,
  showsOpenCases: site.portal,
  takesPhotos: site.portal,
  texts: site.portal ? { [site.language]: { welcome: site.welcome } } : {},
});

interface DevicePlot extends Plot {
  deployment: Partial<Deployment> & { id: string };
  at: Date;
  place: number;
}

function addDevice(made: DemoDeployments, plot: DevicePlot): void {
  const { index, place, deployment, world } = plot;
  const kind = DEMO_DEVICES[(index * DEVICES_EACH + place * 7) % DEMO_DEVICES.length];
  if (!kind) return;
  const number = made.devices.length + 1;
  const at = new Date(plot.at.getTime() + DAY + place * 60_000);
  const own = {
    name: kind.name,
    model: kind.model,
    serial: `${kind.prefix}-${20_000 + number * 37}`,
    externalId: `D-${1_000 + number}`,
    position: kind.positions[index % kind.positions.length] ?? null,
  };
  const id = newId();
  const device: Partial<Device> & { id: string } = {
    id,
    deploymentId: deployment.id,
    ...own,
    nameKey: fold(own.name),
    searchKey: searchKeyOf([own.name, own.model, own.serial, own.externalId, own.position]),
    tags: [...kind.tags],
    status: number % 29 === 0 ? 'retired' : 'active',
    activeLabelId: null,
    createdAt: at,
    updatedAt: at,
  };
  made.devices.push(device);
  record(made, { world, at, action: 'device.created', about: { deployment, device, name: own.name } });
  if (plot.site.labelled && place < plot.site.labelled) addLabel(made, { ...plot, at }, device);
}

/** Labels were printed a day after the device came; most are in use. */
function addLabel(
  made: DemoDeployments,
  { random, world, at }: DevicePlot,
  device: Partial<Device> & { id: string },
): void {
  const label = demoLabel(world.keys, device.id, at);
  const isScanned = random() < 0.8;
  const weeks = isScanned ? demoScans(label.id, random) : [];
  device.activeLabelId = label.id;
  made.labels.push({
    ...label,
    printedAt: new Date(at.getTime() + DAY),
    firstScanAt: isScanned ? new Date(at.getTime() + 2 * DAY) : null,
    lastScanAt: isScanned ? daysAgo(random() * 6) : null,
    scans: weeks.reduce((sum, week) => sum + (week.scans ?? 0), 0),
  });
  made.scans.push(...weeks);
}

/** What became of some labels later, told as the acts of whoever did it. */
function tellOfLabels(made: DemoDeployments, world: World): void {
  for (const { labelId, deviceId, ...act } of ageLabels(made, world.keys)) {
    const device = made.devices.find(({ id }) => id === deviceId);
    const deployment = made.deployments.find(({ id }) => id === device?.deploymentId);
    if (!deployment?.id) continue;
    const about = {
      deployment: { ...deployment, id: deployment.id },
      device: { id: deviceId },
      name: device?.name ?? '',
    };
    record(made, { world, ...act, about: { ...about, subjectId: labelId } });
  }
}

interface Deed {
  world: World;
  at: Date;
  action: string;
  about: {
    deployment: Partial<Deployment> & { id: string };
    device?: { id: string };
    subjectId?: string;
    name: string;
  };
}

function record(made: DemoDeployments, { world, at, action, about }: Deed): void {
  const [, admin] = world.staff;
  made.acts.push({
    at,
    action,
    actorKind: 'staff',
    actorId: admin?.id ?? null,
    actorName: admin?.name ?? null,
    customerId: about.deployment.customerId ?? null,
    deploymentId: about.deployment.id,
    deviceId: about.device?.id ?? null,
    subjectId: about.subjectId ?? null,
    detail: { name: about.name },
  });
}

/** Gives the portals that are on their PINs, through the store that the product uses. */
export async function setDemoPins(tx: EntityManager, pins: PortalPinStore, portals: DemoDeployments['portals']) {
  for (const [index, { deploymentId = '', isEnabled }] of portals.entries()) {
    const pin = index === 0 ? DEMO_PORTAL_PIN : undefined;
    if (isEnabled) await pins.put(tx, await portalRow(tx, deploymentId, 'lock'), { pin, graceDays: 0 });
  }
}
