import type { ChangeDevice, CreateDevice, Device } from '@latchkey/api-client';
import { changedKeys } from '../../../lib/rebase';

/** The form of a device. An empty text means "nothing there". */
export interface DeviceValues {
  name: string;
  model: string;
  serial: string;
  position: string;
  tags: string[];
  externalId: string;
  notes: string;
}

export const NEW_DEVICE: DeviceValues = {
  name: '',
  model: '',
  serial: '',
  position: '',
  tags: [],
  externalId: '',
  notes: '',
};

export const toDeviceValues = (device: Device): DeviceValues => ({
  name: device.name,
  model: device.model ?? '',
  serial: device.serial ?? '',
  position: device.position ?? '',
  tags: device.tags,
  externalId: device.externalId ?? '',
  notes: device.notes ?? '',
});

const textOf = (value: string): string | null => value.trim() || null;

const toBody = (values: DeviceValues) => ({
  name: values.name.trim(),
  model: textOf(values.model),
  serial: textOf(values.serial),
  position: textOf(values.position),
  tags: values.tags,
  externalId: textOf(values.externalId),
  notes: textOf(values.notes),
});

export const toNewDevice = (values: DeviceValues, deploymentId: string): CreateDevice => ({
  ...toBody(values),
  deploymentId,
});

/** Only what was changed here: what somebody else changed meanwhile in other fields stays theirs. */
export const toDeviceChange = (values: DeviceValues, start: DeviceValues): ChangeDevice => {
  const body = toBody(values);
  return Object.fromEntries(changedKeys(values, start).map((key) => [key, body[key]]));
};
