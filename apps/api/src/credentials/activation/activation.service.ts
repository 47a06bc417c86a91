import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { NextStep } from '../portal/portal.dto.js';
import type { Browser, BrowserSession } from '../portal/portal-browser.js';
import type { AcceptActivation, ActivationDto } from './activation.dto.js';

@Injectable()
export class ActivationService {
  async view(_token: string): Promise<ActivationDto> {
    throw new AppError('service.unavailable');
  }
  async accept(_body: AcceptActivation, _browser: Browser): Promise<{ session: BrowserSession; next: NextStep }> {
    throw new AppError('service.unavailable');
  }
}
