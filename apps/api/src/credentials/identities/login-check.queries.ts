import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { LoginCheck, LoginCheckResult } from './login-check.dto.js';

@Injectable()
export class LoginCheckQueries {
  async check(_typed: LoginCheck): Promise<LoginCheckResult> {
    throw new AppError('service.unavailable');
  }
}
