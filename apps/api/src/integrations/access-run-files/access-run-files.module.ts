import { Module } from '@nestjs/common';
import { AccessRunsModule } from '../../credentials/access-runs/access-runs.module.js';
import { AccessRunFilesController } from './access-run-files.controller.js';
import { AccessRunResult } from './access-run-result.js';
import { AccessRunUpload } from './access-run-upload.service.js';

@Module({
  imports: [AccessRunsModule],
  controllers: [AccessRunFilesController],
  providers: [AccessRunUpload, AccessRunResult],
})
export class AccessRunFilesModule {}
