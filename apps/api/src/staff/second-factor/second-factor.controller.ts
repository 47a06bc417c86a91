import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { StaffCookie } from '../staff-cookie.js';
import { RecoveryCodes, SecondFactorCode, SecondFactorDto, SecondFactorKey } from './second-factor.dto.js';
import { SecondFactorService } from './second-factor.service.js';

@ApiTags('staff')
@Controller('staff/second-factor')
export class SecondFactorController {
  constructor(
    private readonly service: SecondFactorService,
    private readonly cookie: StaffCookie,
  ) {}

  /** Whether the own sign-in asks for a code of an authenticator app. */
  @Get()
  @AllowStaff(null, { beforeEnrolment: true })
  @Returns(200, SecondFactorDto)
  getOwnSecondFactor(@Actor() staff: StaffActor) {
    return this.service.view(staff);
  }

  /** Makes a key for an authenticator app. It counts once a code of it was typed. */
  @Post()
  @AllowStaff(null, { fresh: true, beforeEnrolment: true })
  @Returns(201, SecondFactorKey)
  startSecondFactor(@Actor() staff: StaffActor) {
    return this.service.start(staff);
  }

  /** Takes the first code: sign-in asks for one from now on, other sessions end. Answers ten recovery codes, shown only here. */
  @Post('confirm')
  @AllowStaff(null, { fresh: true, beforeEnrolment: true })
  @Returns(200, RecoveryCodes)
  async confirmSecondFactor(
    @Body({ schema: SecondFactorCode }) { code }: SecondFactorCode,
    @Actor() staff: StaffActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { session, codes } = await this.service.confirm(code, staff);
    this.cookie.set(reply, session);
    return { codes };
  }

  /** Switches it off, with a code. Refused where everybody must have it. */
  @Post('off')
  @AllowStaff(null, { fresh: true })
  @Returns(200, SecondFactorDto)
  async switchOffSecondFactor(
    @Body({ schema: SecondFactorCode }) { code }: SecondFactorCode,
    @Actor() staff: StaffActor,
  ) {
    await this.service.switchOff(code, staff);
    return this.service.view(staff);
  }

  /** Ten new recovery codes, shown only here; the older ones stop working. */
  @Post('recovery-codes')
  @AllowStaff(null, { fresh: true })
  @Returns(201, RecoveryCodes)
  async renewRecoveryCodes(@Body({ schema: SecondFactorCode }) { code }: SecondFactorCode, @Actor() staff: StaffActor) {
    return { codes: await this.service.renewCodes(code, staff) };
  }
}
