import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowContact } from '../../http/access.js';
import type { ContactActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done } from '../../http/schemas.js';
import { OwnPhonesService } from './own-phones.service.js';
import { AskPhoneCode, ConfirmPhone, OwnPhones, PhoneCodeSent } from './phones.dto.js';

@ApiTags('portal')
@Controller('portal/phones')
export class OwnPhonesController {
  constructor(private readonly phones: OwnPhonesService) {}

  /** The numbers on file with the person at this company, and which of them the person has confirmed. */
  @Get()
  @AllowContact(null)
  @Returns(200, OwnPhones)
  listOwnPhones(@Actor() person: ContactActor) {
    return this.phones.list(person);
  }

  /** Sends a code by SMS to one of them. It works for ten minutes and five tries; an earlier one stops working. */
  @Post('codes')
  @AllowContact(null)
  @Returns(202, PhoneCodeSent)
  askPhoneCode(@Body({ schema: AskPhoneCode }) body: AskPhoneCode, @Actor() person: ContactActor) {
    return this.phones.ask(body, person);
  }

  /** Proves with the code that the number is in the person's hands. */
  @Post('confirmations')
  @AllowContact(null)
  @Returns(200, Done)
  confirmPhone(@Body({ schema: ConfirmPhone }) body: ConfirmPhone, @Actor() person: ContactActor) {
    return this.phones.confirm(body, person);
  }
}
