import type { Keys } from '../../config/keys.js';
import type { Device } from '../../deployments/device.entity.js';
import { makeLabelCodes } from '../../deployments/labels/label-codes.js';
import type { Label, LabelScans } from '../../deployments/labels/label.entity.js';
import { newId } from '../id.js';
import { DAY, daysAgo } from './random.js';

const WEEKS = 12;

export interface DemoLabels {
  devices: readonly Partial<Device>[];
  labels: Partial<Label>[];
  scans: Partial<LabelScans>[];
}

/** What an act on a label was: the caller knows who did it, and where. */
export interface LabelAct {
  at: Date;
  action: 'label.replaced' | 'label.revoked' | 'label.created';
  labelId: string;
  deviceId: string;
}

export type DemoLabel = Partial<Label> & { id: string; deviceId: string; scans: number; createdAt: Date };

/** In use since then, as it is stored after printing. */
export function demoLabel(keys: Keys, deviceId: string, createdAt: Date): DemoLabel {
  const id = newId();
  const { publicId, secretHash, codeHash, sealed } = makeLabelCodes(keys, id);
  return { id, publicId, secretHash, codeHash, sealed, deviceId, state: 'active', scans: 0, createdAt };
}

/** The newest first: some scans in each of the last weeks. */
export function demoScans(labelId: string, random: () => number, weeks = WEEKS): Partial<LabelScans>[] {
  const today = new Date();
  const monday = new Date(today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY);
  return Array.from({ length: weeks }, (_, back) => ({
    labelId,
    week: new Date(monday.getTime() - back * 7 * DAY).toISOString().slice(0, 10),
    scans: Math.floor(random() * 4),
  })).filter(({ scans }, back) => back === 0 || scans > 0);
}

/**
 * Two labels that had a life before: one was replaced nine days ago and is still scanned, one was revoked three weeks ago,
 * yet somebody scanned it yesterday. And two that were made, but not printed yet.
 */
export function ageLabels(made: DemoLabels, keys: Keys): LabelAct[] {
  const inUse = made.labels.filter((label) => label.state === 'active' && label.firstScanAt);
  const [replaced, revoked] = [inUse[0], inUse[1]].map((label) => label as DemoLabel | undefined);
  for (const label of made.labels.filter(({ firstScanAt }) => !firstScanAt).slice(0, 2)) label.printedAt = null;
  return [...(replaced ? replace(made, replaced, keys) : []), ...(revoked ? revoke(made, revoked, keys) : [])];
}

function replace(made: DemoLabels, old: DemoLabel, keys: Keys): LabelAct[] {
  const at = daysAgo(9);
  const next = succeed(made, { old, at, keys, scans: 3 });
  Object.assign(old, {
    state: 'superseded',
    graceUntil: new Date(at.getTime() + 30 * DAY),
    replacedById: next.id,
    lastScanAt: daysAgo(1.5),
    lateScanAt: daysAgo(1.5),
  } satisfies Partial<Label>);
  return [{ at, action: 'label.replaced', labelId: next.id, deviceId: next.deviceId }];
}

function revoke(made: DemoLabels, old: DemoLabel, keys: Keys): LabelAct[] {
  const at = daysAgo(21);
  const soon = new Date(at.getTime() + DAY / 24);
  const next = succeed(made, { old, at: soon, keys, scans: 4 });
  Object.assign(old, { state: 'revoked', lastScanAt: daysAgo(1), lateScanAt: daysAgo(1) } satisfies Partial<Label>);
  return [
    { at, action: 'label.revoked', labelId: old.id, deviceId: old.deviceId },
    { at: soon, action: 'label.created', labelId: next.id, deviceId: next.deviceId },
  ];
}

interface Succession {
  old: DemoLabel;
  at: Date;
  keys: Keys;
  scans: number;
}

/** The label that is in use now: printed the day after, scanned this week. */
function succeed(made: DemoLabels, { old, at, keys, scans }: Succession): DemoLabel {
  const next = demoLabel(keys, old.deviceId, at);
  const printedAt = new Date(at.getTime() + DAY);
  Object.assign(next, { printedAt, firstScanAt: new Date(printedAt.getTime() + DAY), lastScanAt: daysAgo(0.2), scans });
  const device = made.devices.find(({ id }) => id === old.deviceId);
  if (device) device.activeLabelId = next.id;
  made.labels.push(next);
  made.scans.push({ ...demoScans(next.id, () => 0, 1)[0], scans });
  return next;
}
