import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowAnyone } from '../../../http/access.js';
import { Returns } from '../../../http/returns.js';
import { Done, IdParams } from '../../../http/schemas.js';
import { Signed, type SignedBody } from '../../../http/signed-body.js';
import { SmsReport, TwilioReport } from './sms-report.dto.js';
import { SmsReportsService } from './sms-reports.service.js';

@ApiTags('notifications')
@Controller('sms-reports')
export class SmsReportsController {
  constructor(private readonly reports: SmsReportsService) {}

  /** What became of an SMS, said by the HTTP provider. X-Latchkey-Signature: HMAC-SHA-256 of the body under the provider's secret, in hex. */
  @Post()
  @AllowAnyone({ fromElsewhere: true })
  @Returns(200, Done)
  reportSms(@Body({ schema: SmsReport }) report: SmsReport, @Signed() signed: SignedBody) {
    return this.reports.fromHttp(report, signed);
  }

  /** Twilio's status callback, with X-Twilio-Signature. */
  @Post('twilio/:id')
  @AllowAnyone({ fromElsewhere: true })
  @Returns(200, Done)
  reportTwilioSms(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: TwilioReport }) fields: TwilioReport,
    @Signed() signed: SignedBody,
  ) {
    return this.reports.fromTwilio(id, fields, signed);
  }
}
