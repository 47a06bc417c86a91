import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { ChainCheck } from './chain-check.service.js';
import { AuditChainCheck, AuditChainState, CheckAuditChain } from './chain.dto.js';

@ApiTags('audit')
@Controller('audit-chain')
export class ChainController {
  constructor(private readonly chain: ChainCheck) {}

  /** What the last check of the audit found. */
  @Get()
  @AllowStaff('audit:read')
  @Returns(200, AuditChainState)
  getAuditChain() {
    return this.chain.last();
  }

  /** Reads the audit, 20,000 lines at a time, and answers whether a line was changed, removed or added behind the product's back. While `next` is not null, call again with it; the last answer is kept. */
  @Post('check')
  @AllowStaff('audit:read', { keys: false })
  @Returns(200, AuditChainCheck)
  checkAuditChain(@Query({ schema: CheckAuditChain }) { from }: CheckAuditChain, @Actor() staff: StaffActor) {
    return this.chain.check({ from, byName: staff.name });
  }
}
