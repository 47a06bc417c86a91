import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowStaff } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import { LoginCheck, LoginCheckResult } from './login-check.dto.js';
import { LoginCheckQueries } from './login-check.queries.js';

@ApiTags('credentials')
@Controller('contacts/login-check')
export class LoginCheckController {
  constructor(private readonly queries: LoginCheckQueries) {}

  /** Who already signs in with the e-mail or phones being typed, and what saving would do. Changes nothing. */
  @Post()
  @AllowStaff('contact:read')
  @Returns(200, LoginCheckResult)
  checkContactLogin(@Body({ schema: LoginCheck }) typed: LoginCheck) {
    return this.queries.check(typed);
  }
}
