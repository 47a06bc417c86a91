import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { Done } from '../http/schemas.js';
import type { ChangeDevice, CreateDevice, DeviceDto } from './device.dto.js';

@Injectable()
export class DevicesService {
  create(_id: string, _body: CreateDevice, _staff: StaffActor): Promise<DeviceDto> {
    throw new AppError('service.unavailable');
  }
  change(_row: { id: string; version: number }, _body: ChangeDevice, _staff: StaffActor): Promise<DeviceDto> {
    throw new AppError('service.unavailable');
  }
  setStatus(_id: string, _status: 'active' | 'retired', _staff: StaffActor): Promise<DeviceDto> {
    throw new AppError('service.unavailable');
  }
  move(_id: string, _deploymentId: string, _staff: StaffActor): Promise<DeviceDto> {
    throw new AppError('service.unavailable');
  }
  remove(_id: string, _staff: StaffActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
}
