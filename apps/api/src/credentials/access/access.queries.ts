import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { ContactAccessDto } from './access.dto.js';

@Injectable()
export class AccessQueries {
  async ofContact(_contactId: string): Promise<ContactAccessDto> {
    throw new AppError('service.unavailable');
  }
}
