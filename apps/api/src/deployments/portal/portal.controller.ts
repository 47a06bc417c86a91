import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import { type Editing, EditingActor } from '../../http/acting.js';
import type { StaffActor } from '../../http/actors.js';
import { NeedsVersion } from '../../http/if-match.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import {
  ChangeDeploymentPortal,
  DeploymentPortalDto,
  EnabledDeploymentPortal,
  LiftDeploymentPause,
  NewDeploymentPin,
  RevealedDeploymentPin,
  SetDeploymentPin,
} from './portal.dto.js';
import { PortalPinService } from './portal-pin.service.js';
import { PortalService } from './portal.service.js';

@ApiTags('deployment portals')
@Controller('deployments/:id/portal')
export class DeploymentPortalController {
  constructor(
    private readonly portal: PortalService,
    private readonly pins: PortalPinService,
  ) {}

  /** What visitors of this deployment meet, and how its PIN is doing. */
  @Get()
  @AllowStaff('deployment:read')
  @Returns(200, DeploymentPortalDto)
  getDeploymentPortal(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.portal.get(id);
  }

  /** Changes texts and options; what is named is replaced. */
  @Patch()
  @NeedsVersion()
  @AllowStaff('deployment:write')
  @Returns(200, DeploymentPortalDto)
  changeDeploymentPortal(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeDeploymentPortal }) change: ChangeDeploymentPortal,
    @EditingActor() editing: Editing<StaffActor>,
  ) {
    return this.portal.change(id, change, editing);
  }

  /** Lets visitors in from now on; makes a PIN when there is none. */
  @Post('enable')
  @AllowStaff('deployment:write', { keys: false })
  @Returns(200, EnabledDeploymentPortal)
  enableDeploymentPortal(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.pins.enable(id, staff);
  }

  /** Lets no visitor in any more; visits end at once. */
  @Post('disable')
  @AllowStaff('deployment:write')
  @Returns(200, DeploymentPortalDto)
  disableDeploymentPortal(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.portal.disable(id, staff);
  }

  /** Sets a new PIN and shows it once. During the days of grace the old one works too. */
  @Put('pin')
  @AllowStaff('deployment:write', { fresh: true, keys: false })
  @Returns(200, NewDeploymentPin)
  setDeploymentPin(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: SetDeploymentPin }) wanted: SetDeploymentPin,
    @Actor() staff: StaffActor,
  ) {
    return this.pins.set(id, wanted, staff);
  }

  /** Shows the PIN to somebody who just proved his password. */
  @Post('pin/reveal')
  @AllowStaff('deployment_pin:reveal', { fresh: true, keys: false })
  @Returns(200, RevealedDeploymentPin)
  revealDeploymentPin(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.pins.reveal(id, staff);
  }

  /** Lets unknown browsers try again after too many wrong PINs. */
  @Post('pause/lift')
  @AllowStaff('lock:lift')
  @Returns(200, DeploymentPortalDto)
  liftDeploymentPause(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: LiftDeploymentPause }) { reason }: LiftDeploymentPause,
    @Actor() staff: StaffActor,
  ) {
    return this.portal.liftPause(id, reason, staff);
  }
}
