import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns, ReturnsFile } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { HandedInvitation, HandInvitation } from './by-hand.dto.js';
import { ByHandService } from './by-hand.service.js';
import { LetterService } from './letter.service.js';

@ApiTags('credentials')
@Controller('contacts/:id/invitations')
export class ByHandController {
  constructor(
    private readonly byHand: ByHandService,
    private readonly letters: LetterService,
  ) {}

  /** Makes an invitation that no message carries, and answers its link this one time; an earlier unused link of this contact stops working. */
  @Post('by-hand')
  @AllowStaff('credential:set', { fresh: true, keys: false })
  @Returns(201, HandedInvitation)
  handInvitation(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: HandInvitation }) { way }: HandInvitation,
    @Actor() staff: StaffActor,
  ) {
    return this.byHand.hand(id, way, staff);
  }

  /** The same as a letter, in the contact's language; it works for fourteen days or longer. */
  @Post('letter')
  @AllowStaff('credential:set', { fresh: true, keys: false })
  @ReturnsFile('application/pdf')
  printInvitationLetter(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.letters.print(id, staff);
  }
}
