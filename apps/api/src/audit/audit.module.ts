import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditQueries } from './audit.queries.js';
import { AuditService } from './audit.service.js';
import { AuditErasure } from './audit-erasure.service.js';
import { ChainCheck } from './chain/chain-check.service.js';
import { ChainController } from './chain/chain.controller.js';
import { ChainCutter } from './chain/chain-cutter.service.js';
import { ChainSealer } from './chain/chain-sealer.service.js';

@Global()
@Module({
  controllers: [AuditController, ChainController],
  providers: [AuditService, AuditQueries, ChainSealer, ChainCheck, ChainCutter, AuditErasure],
  exports: [AuditService, AuditQueries, ChainCutter, AuditErasure],
})
export class AuditModule {}
