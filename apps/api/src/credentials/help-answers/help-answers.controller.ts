import { Body, Controller, Get, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowAnyone, AllowStaff } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import { Done } from '../../http/schemas.js';
import { AnswerHelp, HelpAnswers } from './help-answers.dto.js';
import { HelpAnswersService } from './help-answers.service.js';

@ApiTags('credentials')
@Controller('help-answers')
export class HelpAnswersController {
  constructor(private readonly answers: HelpAnswersService) {}

  /** What people answered to "Did this answer your question?": counts by place, and the newest sentences (S4.13). */
  @Get()
  @AllowStaff('contact:read')
  @Returns(200, HelpAnswers)
  readHelpAnswers() {
    return this.answers.read();
  }
}

@ApiTags('portal')
@Controller('portal/help-answers')
export class PortalHelpAnswersController {
  constructor(private readonly answers: HelpAnswersService) {}

  /** Says whether our help helped. Kept with the place and the day, never with who said it; everybody is answered the same (S4.13). */
  @Post()
  @AllowAnyone()
  @Returns(202, Done)
  answerHelp(@Body({ schema: AnswerHelp }) body: AnswerHelp, @Ip() ip: string) {
    return this.answers.keep(body, ip);
  }
}
