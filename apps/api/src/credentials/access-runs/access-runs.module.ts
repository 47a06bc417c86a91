import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials.module.js';
import { AccessRunFollower } from './access-run-follower.js';
import { AccessRunGiver } from './access-run-giver.js';
import { AccessRunPlanner } from './access-run-planner.js';
import { AccessRunReceivers } from './access-run-receivers.js';
import { AccessRunsController } from './access-runs.controller.js';
import { AccessRunsQueries } from './access-runs.queries.js';
import { AccessRunsService } from './access-runs.service.js';
import { AccessRunTools, AccessRunsWorker } from './access-runs.worker.js';

@Module({
  imports: [CredentialsModule],
  controllers: [AccessRunsController],
  providers: [
    AccessRunsQueries,
    AccessRunsService,
    AccessRunPlanner,
    AccessRunFollower,
    AccessRunReceivers,
    AccessRunGiver,
    AccessRunTools,
    AccessRunsWorker,
  ],
  exports: [AccessRunsService, AccessRunsQueries],
})
export class AccessRunsModule {}
