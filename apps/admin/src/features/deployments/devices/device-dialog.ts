import type { DeviceRow } from '@latchkey/api-client';

/** What an action needs to know of the device it is about. */
export type ActedDevice = Pick<DeviceRow, 'id' | 'name' | 'deployment' | 'customer' | 'allowedActions'>;

/** A question that is asked before a device is moved, retired or deleted. */
export interface DeviceDialog {
  kind: 'move' | 'retire' | 'delete';
  device: ActedDevice;
}
