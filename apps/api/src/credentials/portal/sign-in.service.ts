import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { NextStep, SignIn } from './portal.dto.js';
import type { Browser, BrowserSession } from './portal-browser.js';

@Injectable()
export class SignInService {
  async signIn(_body: SignIn, _browser: Browser): Promise<{ session: BrowserSession; next: NextStep }> {
    throw new AppError('service.unavailable');
  }
}
