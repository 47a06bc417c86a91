import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActivityPage } from '../audit/activity.dto.js';
import { Actor, AllowStaff } from '../http/access.js';
import type { StaffActor } from '../http/actors.js';
import { CreateId, Idempotent } from '../http/idempotency.js';
import { IfMatch, NeedsVersion } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Done, IdParams, PageQuery } from '../http/schemas.js';
import {
  ChangeDeployment,
  CreateDeployment,
  DeploymentChecklist,
  DeploymentDto,
  DeploymentPage,
  DeploymentQuery,
  DeploymentTraffic,
} from './deployment.dto.js';
import { DeploymentProgress } from './deployment-progress.js';
import { DeploymentsQueries } from './deployments.queries.js';
import { DeploymentsService } from './deployments.service.js';

@ApiTags('deployments')
@Controller('deployments')
export class DeploymentsController {
  constructor(
    private readonly deployments: DeploymentsService,
    private readonly queries: DeploymentsQueries,
    private readonly progress: DeploymentProgress,
  ) {}

  /** Deployments, searched and filtered. */
  @Get()
  @AllowStaff('deployment:read')
  @Returns(200, DeploymentPage)
  listDeployments(@Query({ schema: DeploymentQuery }) query: DeploymentQuery, @Actor() staff: StaffActor) {
    return this.queries.list(query, staff);
  }

  /** Adds a deployment of a customer, with a portal that is switched off. */
  @Post()
  @Idempotent()
  @AllowStaff('deployment:write')
  @Returns(201, DeploymentDto)
  createDeployment(
    @Body({ schema: CreateDeployment }) body: CreateDeployment,
    @CreateId() id: string,
    @Actor() staff: StaffActor,
  ) {
    return this.deployments.create(id, body, staff);
  }

  /** One deployment. */
  @Get(':id')
  @AllowStaff('deployment:read')
  @Returns(200, DeploymentDto)
  getDeployment(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.queries.get(id, staff);
  }

  /** Changes what is named. */
  @Patch(':id')
  @NeedsVersion()
  @AllowStaff('deployment:write')
  @Returns(200, DeploymentDto)
  changeDeployment(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeDeployment }) body: ChangeDeployment,
    @IfMatch() version: number,
    @Actor() staff: StaffActor,
  ) {
    return this.deployments.change({ id, version }, body, staff);
  }

  /** Deletes a deployment that has neither devices nor cases. */
  @Delete(':id')
  @AllowStaff('deployment:write')
  @Returns(200, Done)
  deleteDeployment(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.deployments.remove(id, staff);
  }

  /** Closes the deployment: its portal answers nobody, and visits there end at once. */
  @Post(':id/deactivate')
  @AllowStaff('deployment:write')
  @Returns(200, DeploymentDto)
  deactivateDeployment(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.deployments.setStatus(id, 'inactive', staff);
  }

  /** Opens the deployment again, with the portal as it was. */
  @Post(':id/reactivate')
  @AllowStaff('deployment:write')
  @Returns(200, DeploymentDto)
  reactivateDeployment(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.deployments.setStatus(id, 'active', staff);
  }

  /** Who did what to this deployment, its portal, devices and labels, newest first. */
  @Get(':id/activity')
  @AllowStaff('deployment:read')
  @Returns(200, ActivityPage)
  listDeploymentActivity(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.queries.activity(id, query);
  }

  /** How far the setup of this deployment is. */
  @Get(':id/checklist')
  @AllowStaff('deployment:read')
  @Returns(200, DeploymentChecklist)
  getDeploymentChecklist(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.progress.checklist(id);
  }

  /** Scans and cases of the last 26 weeks. */
  @Get(':id/traffic')
  @AllowStaff('deployment:read')
  @Returns(200, DeploymentTraffic)
  getDeploymentTraffic(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.progress.traffic(id);
  }
}
