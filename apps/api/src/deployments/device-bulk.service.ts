import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { ChangeDevices, DeviceChanges } from './device.dto.js';

@Injectable()
export class DeviceBulk {
  change(_body: ChangeDevices, _staff: StaffActor): Promise<DeviceChanges> {
    throw new AppError('service.unavailable');
  }
}
