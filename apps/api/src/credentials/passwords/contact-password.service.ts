import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { SetContactPassword, SetPassword } from './contact-password.dto.js';

@Injectable()
export class ContactPasswordService {
  async setByStaff(_contactId: string, _body: SetContactPassword, _staff: StaffActor): Promise<SetPassword> {
    throw new AppError('service.unavailable');
  }
}
